// Idempotency keys in MongoDB: one effect per key, and the same answer to everybody who asks again.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OnceRequest } from '../idempotency/once-request.js';
import { Refusal } from '../refusal/refusal.js';
import { ensureIdempotency, once } from '../stores/mongo-idempotency.js';
import { later } from '../values/time.js';
import { type MongoLab, openMongo } from './lab/mongo.js';

let lab: MongoLab;
beforeAll(async () => {
  lab = await openMongo();
  await ensureIdempotency(lab.connection);
});
afterAll(() => lab.close());
beforeEach(async () => {
  for (const name of ['idempotency_keys', 'effect']) await lab.connection.collection(name).deleteMany({});
});

const now = new Date(); // MongoDB's own clock removes forgotten keys
let runs = 0;
/** Leaves a document behind and answers with a number that no other run gets. */
const attempt = (changes: Partial<OnceRequest> = {}, meanwhile = async () => {}) =>
  lab.inTransaction((session) => {
    const request = { actor: 'ada', operation: 'send', key: 'k1', input: { a: 1, b: 2 }, now, ...changes };
    return once(lab.connection, session, request, async () => {
      runs += 1;
      const run = runs;
      await meanwhile();
      await lab.connection.collection('effect').insertOne({ run }, { session });
      return { run };
    });
  });
const effects = () => lab.connection.collection('effect').countDocuments();

it('one key used 20 times at once has 1 effect and 20 equal answers', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => attempt()));
  for (const answer of others) expect(answer).toEqual(first);
  expect(await effects()).toBe(1);
});

it('another input is refused; another spelling, actor or operation is not', async () => {
  const first = await attempt();
  expect(await attempt({ input: { b: 2, a: 1 } })).toEqual(first);
  expect(await attempt({ input: { a: 1, b: 3 } })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await attempt({ actor: 'bob' })).not.toEqual(first);
  expect(await attempt({ operation: 'other' })).not.toEqual(first);
  expect(await effects()).toBe(3);
});

it('is forgotten after 24 hours', async () => {
  const first = await attempt();
  expect(await attempt({ now: later(now, 86_399_999) })).toEqual(first);
  expect(await attempt({ now: later(now, 86_400_000), input: 'new' })).not.toEqual(first);
  expect(await effects()).toBe(2);
});

it('a crash mid-way leaves no effect and a fresh key', async () => {
  const crash = async () => {
    throw new Error('the process died');
  };
  await expect(attempt({}, crash)).rejects.toThrow('the process died');
  expect(await effects()).toBe(0);
  expect(await attempt()).toEqual({ run: runs });
  expect(await effects()).toBe(1);
});

it('a refusal is not kept: the same key may succeed later', async () => {
  const request = { actor: 'ada', operation: 'send', key: 'k1', input: { a: 1, b: 2 }, now };
  const refused = await lab.inTransaction((session) =>
    once(lab.connection, session, request, async () => new Refusal('TOO_EARLY', 'Not yet.')),
  );
  expect(refused).toMatchObject({ code: 'TOO_EARLY' });
  expect(await attempt()).toEqual({ run: runs });
});

it('is refused outside a transaction, and for a key that cannot be stored', async () => {
  expect(await attempt({ key: '' })).toMatchObject({ code: 'BAD_INPUT' });
  await lab.connection.withSession(async (session) => {
    const request = { actor: 'ada', operation: 'send', key: 'k', input: 1, now };
    await expect(once(lab.connection, session, request, async () => 1)).rejects.toThrow('inside the transaction');
  });
});
