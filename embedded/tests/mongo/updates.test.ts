// Updates through mongoose and the driver: operators, arrays, upserts, pipelines, and what comes back.
import { type Document, ObjectId } from 'mongodb';
import { Schema } from 'mongoose';
import { beforeEach, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
const open = () => lab.client.db().collection<{ _id: number } & Document>('updates');

/** Replaces document 1, updates it, returns what became of it. */
async function updated(start: Document, update: Document | Document[], options: object = {}, filter: object = {}) {
  await open().replaceOne({ _id: 1 }, start, { upsert: true });
  await open().updateOne({ _id: 1, ...filter }, update, options);
  const { _id, ...rest } = (await open().findOne({ _id: 1 }))!;
  return rest;
}

describe('update operators', () => {
  it.each<[string, Document, Document, Document]>([
    ['$set creates documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set extends arrays with nulls', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$unset removes fields', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
    ['$unset leaves null in arrays', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$rename moves', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
    ['$inc and $mul', { a: 2, b: 3 }, { $inc: { a: 5, n: 1 }, $mul: { b: 4, m: 9 } }, { a: 7, b: 12, n: 1, m: 0 }],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 9, c: 1 } }, { a: 3, b: 9, c: 1 }],
    ['$bit', { a: 0b1100 }, { $bit: { a: { and: 0b1010 } } }, { a: 0b1000 }],
    ['$push appends', { a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
    [
      '$push with every modifier',
      { a: [5, 1] },
      { $push: { a: { $each: [9, 3], $sort: -1, $slice: 3 } } },
      { a: [9, 5, 3] },
    ],
    ['$push at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    [
      '$push sorts documents',
      { a: [{ k: 2 }] },
      { $push: { a: { $each: [{ k: 1 }], $sort: { k: 1 }, $slice: -2 } } },
      { a: [{ k: 1 }, { k: 2 }] },
    ],
    ['$addToSet', { a: [1, { b: 1 }] }, { $addToSet: { a: { $each: [1, { b: 1 }, 2] } } }, { a: [1, { b: 1 }, 2] }],
    ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by query', { a: [{ k: 1, v: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [
      '$[] reaches every element',
      { a: [{ q: 1 }, { q: 2 }] },
      { $inc: { 'a.$[].q': 10 } },
      { a: [{ q: 11 }, { q: 12 }] },
    ],
  ])('%s', async (_, start, update, result) => {
    expect(await updated(start, update)).toEqual(result);
  });

  it('uses array filters, also nested ones', async () => {
    const start = {
      a: [
        { q: 1, b: [1, 9] },
        { q: 5, b: [2, 8] },
      ],
    };
    expect(
      await updated(
        start,
        { $set: { 'a.$[i].b.$[j]': 0 } },
        { arrayFilters: [{ 'i.q': { $gt: 2 } }, { j: { $gt: 5 } }] },
      ),
    ).toEqual({
      a: [
        { q: 1, b: [1, 9] },
        { q: 5, b: [2, 0] },
      ],
    });
  });

  it('finds the position that the query matched', async () => {
    const start = {
      items: [
        { s: 1, q: 1 },
        { s: 2, q: 2 },
      ],
    };
    const expected = {
      items: [
        { s: 1, q: 1 },
        { s: 2, q: 9 },
      ],
    };
    expect(await updated(start, { $set: { 'items.$.q': 9 } }, {}, { 'items.s': 2 })).toEqual(expected);
    expect(await updated(start, { $set: { 'items.$.q': 9 } }, {}, { items: { $elemMatch: { s: 2, q: 2 } } })).toEqual(
      expected,
    );
    expect(await updated(start, { $set: { 'items.$.q': 9 } }, {}, { $and: [{ 'items.s': 2 }] })).toEqual(expected);
  });

  it('runs pipelines over the current document', async () => {
    expect(
      await updated({ a: 2, b: 3, c: 1 }, [
        { $set: { sum: { $add: ['$a', '$b'] } } },
        { $unset: 'c' },
        { $set: { 'd.e': '$sum' } },
      ]),
    ).toEqual({ a: 2, b: 3, sum: 5, d: { e: 5 } });
  });

  it('replaces whole documents and keeps the _id', async () => {
    await open().replaceOne({ _id: 1 }, { x: 1 }, { upsert: true });
    await open().replaceOne({ _id: 1 }, { y: 2 });
    expect(await open().findOne({ _id: 1 })).toEqual({ _id: 1, y: 2 });
    await expect(open().replaceOne({ _id: 1 }, { _id: 2, y: 2 } as never)).rejects.toMatchObject({ code: 66 });
  });

  it.each<[string, Document, Document, number, object?]>([
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }, 14],
    ['$push to a number', { a: 1 }, { $push: { a: 1 } }, 2],
    ['$set through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, 40],
    ['an unknown operator', {}, { $frobnicate: { a: 1 } }, 9],
    ['an unused array filter', { a: [1] }, { $set: { b: 1 } }, 2, { arrayFilters: [{ x: 1 }] }],
    ['an unknown array filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    ['a change of _id', {}, { $set: { _id: 2 } }, 66],
  ])('refuses %s and changes nothing', async (_, start, update, code, options) => {
    await expect(updated(start, update, options)).rejects.toMatchObject({ code });
    expect(await open().findOne({ _id: 1 })).toEqual({ _id: 1, ...start });
  });

  it('reports matched, modified and upserted', async () => {
    const c = lab.client.db().collection('reports');
    await c.insertMany([
      { g: 1, v: 1 },
      { g: 1, v: 2 },
    ]);
    expect(await c.updateMany({ g: 1 }, { $set: { v: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    const id = new ObjectId();
    const upsert = await c.updateOne(
      { _id: id, 'key.part': 'k' },
      { $inc: { n: 2 }, $setOnInsert: { first: true } },
      { upsert: true },
    );
    expect(upsert).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: id });
    await c.updateOne({ _id: id }, { $inc: { n: 2 }, $setOnInsert: { first: false } }, { upsert: true });
    expect(await c.findOne({ _id: id })).toEqual({ _id: id, key: { part: 'k' }, n: 4, first: true });
  });
});

describe('findOneAndUpdate', () => {
  const schema = new Schema(
    { name: String, rank: Number, parts: [{ _id: false, k: String, n: Number }] },
    { versionKey: false },
  );
  const register = () => lab.mongoose.model('Ranked', schema);
  let registered: ReturnType<typeof register> | undefined;
  const model = () => {
    registered ??= register();
    return registered;
  };

  beforeEach(async () => {
    await model().deleteMany({});
    await model().create([
      {
        name: 'a',
        rank: 2,
        parts: [
          { k: 'x', n: 1 },
          { k: 'y', n: 2 },
        ],
      },
      { name: 'b', rank: 1, parts: [] },
    ]);
  });

  it('returns the document before or after, projected', async () => {
    const before = await model()
      .findOneAndUpdate({ name: 'a' }, { $inc: { rank: 5 } })
      .lean();
    expect(before).toMatchObject({ rank: 2 });
    const options = { returnDocument: 'after', projection: { rank: 1, _id: 0 } } as const;
    const after = await model().collection.findOneAndUpdate({ name: 'a' }, { $inc: { rank: 5 } }, options);
    expect(after).toEqual({ rank: 12 });
  });

  it('takes the first in the asked order', async () => {
    const taken = await model().findOneAndUpdate(
      {},
      { $set: { name: 'first' } },
      { sort: { rank: 1 }, returnDocument: 'after' },
    );
    expect(taken).toMatchObject({ name: 'first', rank: 1 });
    expect(
      await model()
        .findOneAndDelete({}, { sort: { rank: -1 } })
        .lean(),
    ).toMatchObject({ name: 'a' });
    expect(await model().countDocuments()).toBe(1);
  });

  it('applies array filters', async () => {
    const options = { arrayFilters: [{ 'p.k': 'y' }], returnDocument: 'after' as const };
    const changed = await model()
      .findOneAndUpdate({ name: 'a' }, { $inc: { 'parts.$[p].n': 40 } }, options)
      .lean();
    expect(changed).toMatchObject({
      parts: [
        { k: 'x', n: 1 },
        { k: 'y', n: 42 },
      ],
    });
  });

  it('upserts once, with $setOnInsert', async () => {
    const options = { upsert: true, returnDocument: 'after' as const };
    const upsert = () =>
      model().findOneAndUpdate(
        { name: 'new' },
        { $setOnInsert: { rank: 1 }, $push: { parts: { k: 'z', n: 1 } } },
        options,
      );
    expect(await upsert()).toMatchObject({ name: 'new', rank: 1 });
    await upsert();
    expect(await model().findOne({ name: 'new' }).lean()).toMatchObject({ parts: [{ k: 'z' }, { k: 'z' }] });
    expect(await model().countDocuments({ name: 'new' })).toBe(1);
  });

  it('runs a pipeline', async () => {
    const options = { updatePipeline: true, returnDocument: 'after' as const };
    const stages = [{ $set: { name: { $concat: ['$name', '!'] }, rank: { $multiply: ['$rank', 10] } } }];
    expect(await model().findOneAndUpdate({ name: 'a' }, stages, options).lean()).toMatchObject({
      name: 'a!',
      rank: 20,
    });
  });

  it('answers null when nothing matches', async () => {
    expect(await model().findOneAndUpdate({ name: 'nobody' }, { $set: { rank: 1 } })).toBeNull();
  });
});
