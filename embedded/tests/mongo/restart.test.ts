// What a restart keeps: documents, indexes, options, deletions, drops and renames; what it does not: open transactions.

import { startMongo } from '@mosaic/embedded/mongo/start-mongo';
import { describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

describe('after a restart', () => {
  it('documents, indexes and options are as they were', async () => {
    const db = lab.client.db();
    await db.createCollection('checked', { validator: { n: { $gte: 0 } } });
    const c = db.collection<{ _id: number; n: number }>('checked');
    await c.createIndex({ n: 1 }, { unique: true });
    await c.insertMany([1, 2, 3].map((n) => ({ _id: n, n })));
    await c.deleteOne({ _id: 2 });
    await c.updateOne({ _id: 3 }, { $set: { n: 30 } });
    await db.collection('dropped').insertOne({});
    await db.collection('dropped').drop();
    await db.collection('before').insertOne({ _id: 'kept' as never });
    await db.renameCollection('before', 'after');
    await lab.client.db('other').collection('x').insertOne({});
    await lab.client.db('other').dropDatabase();

    await lab.restart();

    const again = lab.client.db().collection<{ _id: number; n: number }>('checked');
    expect(await again.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 3, n: 30 },
    ]);
    await expect(again.insertOne({ _id: 4, n: 30 })).rejects.toMatchObject({ code: 11000 });
    await expect(again.insertOne({ _id: 5, n: -1 })).rejects.toMatchObject({ code: 121 });
    const names = (await lab.client.db().listCollections().toArray()).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['after', 'checked']));
    expect(await lab.client.db().collection('after').find().toArray()).toEqual([{ _id: 'kept' }]);
    expect((await lab.client.db().admin().listDatabases()).databases.map(({ name }) => name)).toEqual(['app']);
  });

  it('an open transaction is gone, a committed one is whole', async () => {
    const c = lab.client.db().collection<{ _id: string }>('halves');
    await lab.client.withSession((session) =>
      session.withTransaction(async () => {
        await c.insertOne({ _id: 'one' }, { session });
        await c.insertOne({ _id: 'two' }, { session });
      }),
    );
    const session = lab.client.startSession();
    session.startTransaction();
    await c.insertOne({ _id: 'three' }, { session });
    await lab.restart();
    const kept = await lab.client.db().collection<{ _id: string }>('halves').find().sort({ _id: 1 }).toArray();
    expect(kept).toEqual([{ _id: 'one' }, { _id: 'two' }]);
  });

  it('refuses a data directory that another server uses', async () => {
    await expect(startMongo({ dataDir: lab.dataDir })).rejects.toThrow('another server is using');
    expect(await lab.client.db().command({ ping: 1 })).toEqual({ ok: 1 });
  });
});
