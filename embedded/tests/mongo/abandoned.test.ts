// What a client that died left open, and those who come after it.
import { expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

it('ends a transaction that nobody ends, within what its successors wait', async () => {
  const c = lab.client.db().collection<{ _id: string; n: number }>('left');
  await c.insertOne({ _id: 'a', n: 1 });
  const session = lab.client.startSession();
  session.startTransaction();
  await c.updateOne({ _id: 'a' }, { $inc: { n: 10 } }, { session });

  await lab.client.withSession((other) =>
    other.withTransaction(async () => c.updateOne({ _id: 'a' }, { $inc: { n: 100 } }, { session: other }), {
      timeoutMS: 8_000,
    }),
  );
  expect(await c.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 101 });
  await expect(session.commitTransaction()).rejects.toMatchObject({ codeName: 'NoSuchTransaction' });
  await session.endSession();
});
