// Cursors: batches, limits, and their end.
import { Long } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
const open = () => lab.client.db().collection<{ i: number }>('many');

describe('cursors', () => {
  beforeAll(async () => {
    await open().insertMany(Array.from({ length: 2500 }, (_, i) => ({ i })));
  });

  it('deliver everything once, in batches', async () => {
    const seen: number[] = [];
    const sizes: number[] = [];
    lab.client.on('commandSucceeded', () => {});
    const cursor = open().find({}, { batchSize: 700 }).sort({ i: 1 });
    while (await cursor.hasNext()) {
      if (cursor.bufferedCount() > 0) sizes.push(cursor.bufferedCount());
      seen.push(...cursor.readBufferedDocuments().map(({ i }) => i));
    }
    expect(seen).toEqual(Array.from({ length: 2500 }, (_, i) => i));
    expect(sizes).toEqual([700, 700, 700, 400]);
  });

  it('apply sort, skip and limit in this order', async () => {
    const found = await open()
      .find({ i: { $gte: 10, $lt: 20 } })
      .sort({ i: -1 })
      .skip(2)
      .limit(3)
      .toArray();
    expect(found.map(({ i }) => i)).toEqual([17, 16, 15]);
  });

  it('show the collection as it was when they started', async () => {
    const c = lab.client.db().collection('moving');
    await c.insertMany(Array.from({ length: 300 }, (_, i) => ({ i })));
    const cursor = c.find({}, { batchSize: 100 });
    await cursor.next();
    await c.deleteMany({});
    expect((await cursor.toArray()).length).toBe(299);
  });

  it('split batches by size: large documents stay under the message limit', async () => {
    const c = lab.client.db().collection('large');
    await c.insertMany(Array.from({ length: 8 }, (_, i) => ({ i, pad: 'x'.repeat(3_000_000) })));
    const found = await c.find().sort({ i: 1 }).toArray();
    expect(found.map(({ i }) => i)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('deliver tens of thousands of small documents in few batches', async () => {
    const c = lab.client.db().collection<{ _id: number }>('small');
    await c.insertMany(Array.from({ length: 60_000 }, (_, _id) => ({ _id })));
    const found = await c.find().toArray();
    expect(found).toHaveLength(60_000);
    expect(found.every(({ _id }, i) => _id === i)).toBe(true);
  });

  it('can be killed, and are then unknown', async () => {
    const db = lab.client.db();
    const { cursor } = await db.command({ find: 'many', batchSize: 10 });
    expect(await db.command({ killCursors: 'many', cursors: [cursor.id] })).toMatchObject({
      cursorsKilled: [cursor.id],
      cursorsNotFound: [],
    });
    await expect(db.command({ getMore: cursor.id, collection: 'many' })).rejects.toMatchObject({ code: 43 });
    expect(await db.command({ killCursors: 'many', cursors: [Long.fromNumber(999_999)] })).toMatchObject({
      cursorsKilled: [],
    });
  });

  it('close by themselves when they are exhausted', async () => {
    const { cursor } = await lab.client.db().command({ find: 'many', batchSize: 2500 });
    expect(Number(cursor.id)).toBe(0);
    const first = await lab.client.db().command({ find: 'many', batchSize: 2499 });
    const more = await lab.client.db().command({ getMore: first.cursor.id, collection: 'many' });
    expect([more.cursor.nextBatch.length, Number(more.cursor.id)]).toEqual([1, 0]);
  });
});

describe('bulk writes', () => {
  it('run in order and stop at the first error', async () => {
    const c = lab.client.db().collection<{ _id: number; n?: number }>('ordered');
    const write = c.bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { n: 1 } } } },
      { insertOne: { document: { _id: 1 } } },
      { insertOne: { document: { _id: 2 } } },
    ]);
    await expect(write).rejects.toMatchObject({ code: 11000, insertedCount: 1, modifiedCount: 1 });
    expect(await c.find().toArray()).toEqual([{ _id: 1, n: 2 }]);
  });

  it('run to the end when unordered, naming every error', async () => {
    const c = lab.client.db().collection<{ _id: number }>('unordered');
    const write = c.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }], { ordered: false });
    await expect(write).rejects.toMatchObject({
      insertedCount: 3,
      writeErrors: [
        { index: 1, code: 11000 },
        { index: 3, code: 11000 },
      ],
    });
    expect(await c.countDocuments()).toBe(3);
  });

  it('count every kind of operation', async () => {
    const c = lab.client.db().collection<{ _id: number; n?: number }>('kinds');
    const result = await c.bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { insertOne: { document: { _id: 2, n: 2 } } },
      { updateMany: { filter: {}, update: { $inc: { n: 10 } } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { n: 3 }, upsert: true } },
      { deleteOne: { filter: { n: 12 } } },
      { deleteMany: { filter: { n: { $lt: 0 } } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 2,
      modifiedCount: 2,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(result.upsertedIds).toEqual({ 3: 3 });
    expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 11 },
      { _id: 3, n: 3 },
    ]);
  });
});
