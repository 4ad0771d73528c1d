// Unique, sparse, partial and compound indexes.
import { MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
const duplicate = (keyPattern: object, keyValue: object) =>
  expect.objectContaining({ code: 11000, keyPattern, keyValue });

describe('unique indexes', () => {
  it('refuse the same compound key and accept one that differs in a part', async () => {
    const c = lab.client.db().collection('compound');
    await c.createIndex({ room: 1, seq: -1 }, { unique: true });
    await c.insertMany([
      { room: 'a', seq: 1 },
      { room: 'a', seq: 2 },
      { room: 'b', seq: 1 },
    ]);
    await expect(c.insertOne({ room: 'a', seq: 2 })).rejects.toEqual(
      duplicate({ room: 1, seq: -1 }, { room: 'a', seq: 2 }),
    );
    expect(await c.countDocuments()).toBe(3);
  });

  it('count a missing field as null, once', async () => {
    const c = lab.client.db().collection('missing');
    await c.createIndex({ code: 1 }, { unique: true });
    await c.insertOne({ n: 1 });
    await expect(c.insertOne({ n: 2 })).rejects.toEqual(duplicate({ code: 1 }, { code: null }));
    await expect(c.insertOne({ code: null })).rejects.toBeInstanceOf(MongoServerError);
  });

  it('leave documents without the field alone when sparse', async () => {
    const c = lab.client.db().collection('sparse');
    await c.createIndex({ code: 1 }, { unique: true, sparse: true });
    await c.insertMany([{ n: 1 }, { n: 2 }, { n: 3, code: 'x' }]);
    await expect(c.insertOne({ code: 'x' })).rejects.toEqual(duplicate({ code: 1 }, { code: 'x' }));
  });

  it('hold only what the partial filter accepts, through updates too', async () => {
    const c = lab.client.db().collection('partial');
    await c.createIndex({ monitor: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await c.insertMany([
      { monitor: 'm', open: false },
      { monitor: 'm', open: false, n: 2 },
      { monitor: 'm', open: true },
    ]);
    await expect(c.insertOne({ monitor: 'm', open: true })).rejects.toEqual(
      duplicate({ monitor: 1 }, { monitor: 'm' }),
    );
    await expect(c.updateOne({ n: 2 }, { $set: { open: true } })).rejects.toEqual(
      duplicate({ monitor: 1 }, { monitor: 'm' }),
    );
    await c.updateOne({ open: true }, { $set: { open: false } });
    await c.updateOne({ n: 2 }, { $set: { open: true } });
    expect(await c.countDocuments({ open: true })).toBe(1);
  });

  it('compare numbers by worth, not by type, and never confuse neighbours beyond 2^53', async () => {
    const c = lab.client.db().collection('numbers');
    const { Long, Double, Decimal128 } = await import('mongodb');
    await c.createIndex({ n: 1 }, { unique: true });
    await c.insertOne({ n: 5 });
    for (const n of [Long.fromNumber(5), new Double(5), Decimal128.fromString('5.00')]) {
      await expect(c.insertOne({ n })).rejects.toMatchObject({ code: 11000 });
    }
    await c.insertMany([{ n: 9007199254740992n }, { n: 9007199254740993n }]);
    await expect(c.insertOne({ n: 9007199254740993n })).rejects.toMatchObject({ code: 11000 });
    await c.insertOne({ n: Decimal128.fromString('0.1') });
    await c.insertOne({ n: 0.1 });
    expect(await c.countDocuments()).toBe(5);
  });

  it('apply to every element of an array', async () => {
    const c = lab.client.db().collection('arrays');
    await c.createIndex({ tags: 1 }, { unique: true });
    await c.insertOne({ tags: ['a', 'b', 'b'] });
    await expect(c.insertOne({ tags: ['c', 'b'] })).rejects.toMatchObject({ code: 11000, keyPattern: { tags: 1 } });
    await c.insertOne({ tags: ['c'] });
  });

  it('are not built over duplicates', async () => {
    const c = lab.client.db().collection('late');
    await c.insertMany([{ code: 1 }, { code: 1 }]);
    await expect(c.createIndex({ code: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect((await c.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('let exactly one of many concurrent inserts through', async () => {
    const c = lab.client.db().collection('race');
    await c.createIndex({ email: 1 }, { unique: true });
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, () => c.insertOne({ email: 'one@example.org' })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await c.countDocuments()).toBe(1);
  });
});

describe('index definitions', () => {
  it('are listed, repeated without harm, refused when contradictory, and dropped', async () => {
    const c = lab.client.db().collection('definitions');
    await c.createIndexes([{ key: { a: 1, b: -1 } }, { key: { s: 1 }, unique: true, sparse: true }]);
    expect(await c.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    await expect(c.createIndex({ a: 1, b: -1 }, { unique: true })).rejects.toMatchObject({ code: 85 });
    await expect(c.createIndex({ z: 1 }, { name: 's_1' })).rejects.toMatchObject({ code: 86 });
    expect(await c.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1' },
      { v: 2, key: { s: 1 }, name: 's_1', unique: true, sparse: true },
    ]);
    await c.dropIndex('s_1');
    await c.insertMany([{ s: 1 }, { s: 1 }]);
    await expect(c.dropIndex('s_1')).rejects.toMatchObject({ code: 27 });
    await expect(c.dropIndex('_id_')).rejects.toMatchObject({ code: 72 });
  });
});
