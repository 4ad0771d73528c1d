// Everyday use through mongoose: create, read, update, delete, populate, and the errors people rely on.
import mongoose, { Schema, type Types } from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

interface Person {
  email: string;
  name?: string;
  age?: number;
  tags: string[];
  address?: { city?: string };
  items: { sku: string; qty: number }[];
  price?: Types.Decimal128;
  big?: bigint;
  scores?: Map<string, number>;
  friend?: Types.ObjectId;
  bytes?: Buffer;
  createdAt?: Date;
}

const personSchema = new Schema<Person>(
  {
    email: { type: String, unique: true },
    name: String,
    age: Number,
    tags: [String],
    address: { city: String },
    items: [{ sku: String, qty: Number, _id: false }],
    price: Schema.Types.Decimal128,
    big: BigInt,
    scores: { type: Map, of: Number },
    friend: { type: Schema.Types.ObjectId, ref: 'Person' },
    bytes: Buffer,
  },
  { timestamps: true, optimisticConcurrency: true },
);

describe('mongoose documents', () => {
  const register = () => lab.mongoose.model('Person', personSchema);
  let Person: ReturnType<typeof register>;

  beforeAll(async () => {
    Person = register();
    await Person.init();
  });

  it('stores and reads back every type', async () => {
    const made = await Person.create({
      email: 'types@example.org',
      age: 3,
      tags: ['x', 'y'],
      address: { city: 'Prague' },
      price: mongoose.Types.Decimal128.fromString('12.30'),
      big: 9007199254740993n,
      scores: new Map([['chess', 7]]),
      bytes: Buffer.from([1, 2, 255]),
    });
    const found = await Person.findById(made._id).orFail();
    expect(found.price?.toString()).toBe('12.30');
    expect(found.big).toBe(9007199254740993n);
    expect([...(found.bytes ?? [])]).toEqual([1, 2, 255]);
    expect(found.scores?.get('chess')).toBe(7);
    expect(found.address?.city).toBe('Prague');
    expect(found.createdAt).toEqual(made.createdAt);
  });

  it('updates, saves and deletes', async () => {
    const made = await Person.create({ email: 'crud@example.org', age: 1 });
    await Person.updateOne({ _id: made._id }, { $set: { name: 'Ann' }, $inc: { age: 2 } });
    const found = await Person.findById(made._id).orFail();
    expect([found.name, found.age]).toEqual(['Ann', 3]);
    found.tags.push('new');
    await found.save();
    expect(await Person.findOne({ tags: 'new' }).lean()).toMatchObject({ email: 'crud@example.org' });
    expect(await Person.deleteOne({ _id: made._id })).toMatchObject({ deletedCount: 1 });
    expect(await Person.exists({ _id: made._id })).toBeNull();
  });

  it('refuses a second document with the same unique value, naming key and value', async () => {
    await Person.create({ email: 'twice@example.org' });
    await expect(Person.create({ email: 'twice@example.org' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'twice@example.org' },
      message: expect.stringContaining(
        'E11000 duplicate key error collection: app.people index: email_1 dup key: { email: "twice@example.org" }',
      ),
    });
  });

  it('lets one of two concurrent saves of the same version through', async () => {
    const made = await Person.create({ email: 'versions@example.org', age: 1 });
    const [first, second] = [await Person.findById(made._id).orFail(), await Person.findById(made._id).orFail()];
    first.age = 2;
    second.age = 3;
    await first.save();
    await expect(second.save()).rejects.toMatchObject({ name: 'VersionError' });
    expect((await Person.findById(made._id).orFail()).age).toBe(2);
  });

  it('populates references', async () => {
    const friend = await Person.create({ email: 'friend@example.org', name: 'Friend' });
    const made = await Person.create({ email: 'populate@example.org', friend: friend._id });
    const found = await Person.findById(made._id).populate<{ friend: Person }>('friend').orFail();
    expect(found.friend.name).toBe('Friend');
  });
});
