// Idempotency keys in PostgreSQL: one effect per key, and the same answer to everybody who asks again.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OnceRequest } from '../idempotency/once-request.js';
import { Refusal } from '../refusal/refusal.js';
import { once } from '../stores/postgres-idempotency.js';
import { later } from '../values/time.js';
import { gate } from './lab/gate.js';
import { openPostgres, type PostgresLab } from './lab/postgres.js';

let lab: PostgresLab;
beforeAll(async () => {
  lab = await openPostgres();
});
afterAll(() => lab.close());
beforeEach(() => lab.em.execute('truncate idempotency_keys, effect'));

const now = new Date('2026-03-01T12:00:00Z');
const request = (changes: Partial<OnceRequest> = {}): OnceRequest => ({
  actor: 'ada',
  operation: 'recordReading',
  key: 'k1',
  input: { value: 7, unit: 'kg' },
  now,
  ...changes,
});

let runs = 0;
beforeEach(() => {
  runs = 0;
});

/** Counts its runs, leaves a row behind and answers with a number that no other run gets. */
const attempt = (changes: Partial<OnceRequest> = {}, meanwhile: () => Promise<unknown> = async () => {}) =>
  lab.em.fork().transactional((tx) =>
    once(tx, request(changes), async () => {
      runs += 1;
      const mine = runs;
      await meanwhile();
      await tx.execute('insert into effect values (?)', [`effect ${mine}`]);
      return { effect: mine };
    }),
  );
const effects = async () => (await lab.em.execute<object[]>('select note from effect')).length;

describe('one key', () => {
  it('used 20 times at once has 1 effect and 20 equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt()));
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ effect: 1 })));
    expect([runs, await effects()]).toEqual([1, 1]);
  });

  it('replays whatever order the input is spelt in', async () => {
    await attempt();
    expect(await attempt({ input: { unit: 'kg', value: 7 } })).toEqual({ effect: 1 });
    expect(runs).toBe(1);
  });

  it('with another input is refused and changes nothing', async () => {
    await attempt();
    expect(await attempt({ input: { value: 8, unit: 'kg' } })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await effects()).toBe(1);
  });

  it('of another actor or operation is another key', async () => {
    await attempt();
    expect(await attempt({ actor: 'bob' })).toEqual({ effect: 2 });
    expect(await attempt({ operation: 'createMonitor' })).toEqual({ effect: 3 });
    expect(await effects()).toBe(3);
  });

  it('is forgotten after 24 hours, by one of its users only', async () => {
    await attempt();
    const day = 86_400_000;
    expect(await attempt({ now: later(now, day - 1) })).toEqual({ effect: 1 });
    const next = { now: later(now, day), input: 'something else' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => attempt(next)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ effect: 2 })));
    expect(await attempt({ ...next, now: later(now, 2 * day - 1) })).toEqual({ effect: 2 });
    expect(await effects()).toBe(2);
  });

  it('answers the first caller as it answers later ones, in JSON', async () => {
    const run = () =>
      lab.em.transactional((tx) => once<unknown>(tx, request(), async () => ({ at: now, gone: undefined })));
    expect(await run()).toEqual({ at: now.toISOString() });
    expect(await run()).toEqual({ at: now.toISOString() });
  });

  it.each(['', 'é', 'a b', 'x'.repeat(256), 'nul\0'])('that cannot be stored (%j) is refused', async (key) => {
    expect(await attempt({ key })).toMatchObject({ code: 'BAD_INPUT' });
    expect(runs).toBe(0);
  });

  it('is refused to be used outside a transaction', async () => {
    await expect(once(lab.em, request(), async () => 1)).rejects.toThrow('inside the transaction');
  });
});

describe('a use that came to nothing', () => {
  it('a crash mid-way leaves no effect and a fresh key', async () => {
    const crash = async () => {
      throw new Error('the process died');
    };
    await expect(attempt({}, crash)).rejects.toThrow('the process died');
    expect(await effects()).toBe(0);
    expect(await attempt()).toEqual({ effect: 2 });
    expect(await effects()).toBe(1);
  });

  it('a twin waits for the first, and runs itself when the first crashed', async () => {
    const inside = gate();
    const mayCrash = gate();
    const first = attempt({}, async () => {
      inside.open();
      await mayCrash.opened;
      throw new Error('the first died');
    });
    await inside.opened;
    const twin = attempt();
    mayCrash.open();
    await expect(first).rejects.toThrow('the first died');
    expect(await twin).toEqual({ effect: 2 });
    expect(await effects()).toBe(1);
  });

  it('a refusal is not kept: the same key may succeed later', async () => {
    const refuseOnce = () =>
      lab.em.transactional((tx) => once(tx, request(), async () => new Refusal('TOO_EARLY', 'Not yet.')));
    expect(await refuseOnce()).toMatchObject({ code: 'TOO_EARLY' });
    expect(await attempt()).toEqual({ effect: 1 });
  });
});

it('each new key sweeps up to ten forgotten ones', async () => {
  for (let n = 0; n < 15; n += 1) await attempt({ key: `old ${n}`.replace(' ', '-') });
  const left = async () => (await lab.em.execute<object[]>('select key from idempotency_keys')).length;
  expect(await left()).toBe(15);
  await attempt({ key: 'new-1', now: later(now, 90_000_000) });
  expect(await left()).toBe(6);
  await attempt({ key: 'new-2', now: later(now, 90_000_000) });
  expect(await left()).toBe(2);
});
