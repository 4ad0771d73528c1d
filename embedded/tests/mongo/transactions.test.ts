// Transactions through mongoose and the driver: isolation, conflicts, and answers that get lost.
import type { ClientSession, Collection, Document } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
let number = 0;
let c: Collection<{ _id: string } & Document>;

beforeEach(async () => {
  number += 1;
  c = lab.client.db().collection(`accounts${number}`);
  await c.insertMany([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
});

/** Runs `body` in an open transaction, which is aborted afterwards unless the body ended it. */
async function inTransaction<T>(body: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = lab.client.startSession();
  session.startTransaction();
  try {
    return await body(session);
  } finally {
    if (session.inTransaction()) await session.abortTransaction();
    await session.endSession();
  }
}

const failCommand = (data: Document, mode: Document | string = { times: 1 }) =>
  lab.client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });

describe('a transaction', () => {
  it('shows its writes to itself only, until it commits', async () => {
    await inTransaction(async (session) => {
      await c.insertOne({ _id: 'c', n: 1 }, { session });
      await c.updateOne({ _id: 'a' }, { $inc: { n: 9 } }, { session });
      await c.deleteOne({ _id: 'b' }, { session });
      expect(await c.find({}, { session }).sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'a', n: 10 },
        { _id: 'c', n: 1 },
      ]);
      expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ]);
      await session.commitTransaction();
    });
    expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 10 },
      { _id: 'c', n: 1 },
    ]);
  });

  it('leaves nothing behind when it aborts, in indexes neither', async () => {
    await c.createIndex({ n: 1 });
    await inTransaction(async (session) => {
      await c.updateMany({}, { $set: { n: 77 } }, { session });
      await c.insertOne({ _id: 'c', n: 77 }, { session });
      expect(await c.countDocuments({ n: 77 }, { session })).toBe(3);
      await session.abortTransaction();
    });
    expect(await c.countDocuments({ n: 77 })).toBe(0);
    expect(await c.countDocuments({ n: 1 })).toBe(2);
    await c.insertOne({ _id: 'c', n: 1 });
  });

  it('reads what was committed when it began, by _id, by index and by order', async () => {
    await c.createIndex({ n: 1 });
    await inTransaction(async (session) => {
      expect(await c.countDocuments({}, { session })).toBe(2);
      await c.updateOne({ _id: 'a' }, { $set: { n: 50 } });
      await c.deleteOne({ _id: 'b' });
      await c.insertOne({ _id: 'c', n: 0 });
      expect(await c.findOne({ _id: 'a' }, { session })).toEqual({ _id: 'a', n: 1 });
      expect(await c.findOne({ _id: 'c' }, { session })).toBeNull();
      expect(await c.countDocuments({ n: 1 }, { session })).toBe(2);
      expect(await c.countDocuments({ n: 50 }, { session })).toBe(0);
      const ordered = await c.find({}, { session }).sort({ n: -1 }).toArray();
      expect(ordered.map(({ n }) => n)).toEqual([1, 1]);
    });
    expect((await c.find().sort({ n: 1 }).toArray()).map(({ n }) => n)).toEqual([0, 50]);
  });

  it('conflicts with a later write of the same document, and says that it can be tried again', async () => {
    await inTransaction(async (session) => {
      await c.findOne({ _id: 'a' }, { session });
      await c.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
      const write = c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
      await expect(write).rejects.toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] });
    });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
  });

  it('conflicts at once with another open transaction on the same document', async () => {
    await inTransaction(async (first) => {
      await c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: first });
      await inTransaction(async (second) => {
        const write = c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: second });
        await expect(write).rejects.toMatchObject({ code: 112 });
      });
      await first.commitTransaction();
    });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
  });

  it('makes a write outside wait for its end', async () => {
    let outside: Promise<unknown> | undefined;
    let done = false;
    await inTransaction(async (session) => {
      await c.updateOne({ _id: 'a' }, { $inc: { n: 10 } }, { session });
      outside = c.updateOne({ _id: 'a' }, { $inc: { n: 100 } }).then(() => {
        done = true;
      });
      // Served after the waiting write has arrived: another round trip on the same pool.
      await lab.client.db().command({ ping: 1 });
      expect(done).toBe(false);
      await session.commitTransaction();
    });
    await outside;
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 111 });
  });

  it('makes it wait no longer than its time limit', async () => {
    await inTransaction(async (session) => {
      await c.updateOne({ _id: 'a' }, { $inc: { n: 10 } }, { session });
      const late = c.updateOne({ _id: 'a' }, { $inc: { n: 100 } }, { maxTimeMS: 30 });
      await expect(late).rejects.toMatchObject({ code: 50 });
      await session.commitTransaction();
    });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 11 });
  });

  it('moves money: the sum is the same in every snapshot, and in the end', async () => {
    const accounts = Array.from({ length: 5 }, (_, i) => ({ _id: `account ${i}`, n: 100 }));
    await c.insertMany(accounts);
    const filter = { _id: /^account/ };
    const transfer = (from: number, to: number) =>
      lab.client.withSession((session) =>
        session.withTransaction(async () => {
          await c.updateOne({ _id: `account ${from}` }, { $inc: { n: -7 } }, { session });
          await c.updateOne({ _id: `account ${to}` }, { $inc: { n: 7 } }, { session });
        }),
      );
    const sum = () =>
      inTransaction(async (session) => {
        const found = await c.find(filter, { session }).toArray();
        return found.reduce((total, { n }) => total + n, 0);
      });
    const sums: number[] = [];
    const work = Array.from({ length: 6 }, async (_, worker) => {
      for (let i = 0; i < 10; i++) {
        await transfer((worker + i) % 5, (worker * 2 + i * 3 + 1) % 5);
        sums.push(await sum());
      }
    });
    await Promise.all(work);
    expect(new Set([...sums, await sum()])).toEqual(new Set([500]));
  });

  it('loses no update when many compete: withTransaction tries again', async () => {
    const bump = () =>
      lab.mongoose.transaction(async (session) => {
        const accounts = lab.mongoose.collection<{ _id: string; n: number }>(c.collectionName);
        const found = await accounts.findOne({ _id: 'a' }, { session });
        await accounts.updateOne({ _id: 'a' }, { $set: { n: found!.n + 1 } }, { session });
      });
    await Promise.all(Array.from({ length: 8 }, bump));
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 9 });
  });

  it('keeps unique indexes: against committed documents, against itself, against open transactions', async () => {
    await c.createIndex({ email: 1 }, { unique: true, sparse: true });
    await c.insertOne({ _id: 'x', email: 'taken' });
    await inTransaction(async (session) => {
      await expect(c.insertOne({ _id: 'y', email: 'taken' }, { session })).rejects.toMatchObject({ code: 11000 });
    });
    await inTransaction(async (session) => {
      await c.insertOne({ _id: 'y', email: 'new' }, { session });
      await expect(c.insertOne({ _id: 'z', email: 'new' }, { session })).rejects.toMatchObject({ code: 11000 });
    });
    await inTransaction(async (first) => {
      await c.insertOne({ _id: 'y', email: 'new' }, { session: first });
      await inTransaction(async (second) => {
        await expect(c.insertOne({ _id: 'z', email: 'new' }, { session: second })).rejects.toMatchObject({ code: 112 });
      });
      await first.commitTransaction();
    });
    await expect(c.insertOne({ _id: 'z', email: 'new' })).rejects.toMatchObject({ code: 11000 });
  });

  it('frees a unique value that it deletes', async () => {
    await c.createIndex({ email: 1 }, { unique: true, sparse: true });
    await c.insertOne({ _id: 'x', email: 'moving' });
    await inTransaction(async (session) => {
      await c.deleteOne({ _id: 'x' }, { session });
      await c.insertOne({ _id: 'y', email: 'moving' }, { session });
      await session.commitTransaction();
    });
    expect(await c.find({ email: 'moving' }).toArray()).toEqual([{ _id: 'y', email: 'moving' }]);
  });

  it('commits once when the answer to the commit is lost', async () => {
    await failCommand({
      failCommands: ['commitTransaction'],
      writeConcernError: { code: 91, errmsg: 'shutting down' },
      errorLabels: ['RetryableWriteError'],
    });
    await lab.client.withSession((session) =>
      session.withTransaction(() => c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session })),
    );
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
  });

  it('is over for good once aborted, and a repeated commit stays committed', async () => {
    await inTransaction(async (session) => {
      await c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
    await inTransaction(async (session) => {
      await c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
      await lab.client.db('admin').command({ killSessions: [session.id] });
      const next = c.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
      await expect(next).rejects.toMatchObject({ code: 251, errorLabels: ['TransientTransactionError'] });
    });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
  });
});

describe('retryable writes', () => {
  it('run once when the answer is lost: update, insert and findAndModify', async () => {
    for (const command of ['update', 'insert', 'findAndModify']) {
      const data = {
        failCommands: [command],
        writeConcernError: { code: 91, errmsg: 'lost' },
        errorLabels: ['RetryableWriteError'],
      };
      await failCommand(data);
      if (command === 'update') await c.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
      if (command === 'insert') await c.insertOne({ _id: 'inserted' });
      if (command === 'findAndModify') {
        expect(await c.findOneAndUpdate({ _id: 'b' }, { $inc: { n: 1 } })).toEqual({ _id: 'b', n: 1 });
      }
    }
    expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 2 },
      { _id: 'inserted' },
    ]);
  });

  it('are recognised after a restart, and an older number is refused', async () => {
    const { UUID, Long } = await import('mongodb');
    const lsid = { id: new UUID() };
    const write = (n: number) => ({
      update: c.collectionName,
      updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }],
      lsid,
      txnNumber: Long.fromNumber(n),
    });
    // The driver would put its own session in: the command goes out as a client without one would send it.
    const { rawCommand } = await import('./raw-client.js');
    expect(await rawCommand(lab.server.port, 'app', write(1))).toMatchObject({ n: 1, nModified: 1 });
    expect(await rawCommand(lab.server.port, 'app', write(1))).toMatchObject({ n: 1, nModified: 1 });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
    const name = c.collectionName;
    await lab.restart();
    c = lab.client.db().collection(name);
    expect(await rawCommand(lab.server.port, 'app', write(1))).toMatchObject({ n: 1, nModified: 1 });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 2 });
    await rawCommand(lab.server.port, 'app', write(2));
    expect(await rawCommand(lab.server.port, 'app', write(1))).toMatchObject({ ok: 0, code: 225 });
    expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 3 });
  });
});
