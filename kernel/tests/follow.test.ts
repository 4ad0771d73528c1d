// Following a live log: nothing lost or repeated, however the reader attaches; leaving is prompt; wake-ups only hurry.
import { expect, it } from 'vitest';
import { follow } from '../live/follow.js';
import type { LiveEvent, LiveLog, WakeUps } from '../live/live-event.js';

/** A log and its wake-ups in memory; `isDeaf` loses every wake-up, as a dead Redis does. */
function memoryLog(isDeaf = false) {
  const events: LiveEvent<number>[] = [];
  const wakes = new Set<() => void>();
  const readsAfter: number[] = [];
  const log: LiveLog<number> = {
    async readAfter(_, after, limit) {
      readsAfter.push(after);
      const found = events.filter(({ seq }) => seq > after).slice(0, limit);
      await new Promise(setImmediate);
      return found;
    },
    bounds: async () => ({ last: events.length, oldest: 1 }),
  };
  const wakeUps: WakeUps = {
    async listen(_, wake) {
      await new Promise(setImmediate);
      wakes.add(wake);
      return () => void wakes.delete(wake);
    },
    wake: async () => {
      if (!isDeaf) for (const wake of wakes) wake();
    },
  };
  const append = () => {
    events.push({ seq: events.length + 1, occurredAt: new Date(), body: events.length + 1 });
    void wakeUps.wake('t');
  };
  return { log, wakeUps, append, wakes, readsAfter };
}

async function take(stream: AsyncIterableIterator<LiveEvent<number>>, count: number): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < count) seen.push((await stream.next()).value.seq);
  return seen;
}
const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, n) => from + n);

it('attaches, backfills and cuts over without loss or repetition, while others append', async () => {
  const { log, wakeUps, append } = memoryLog();
  for (let n = 0; n < 250; n += 1) append();
  const readers = [0, 1, 99, 249].map((after) => ({ after, stream: follow(log, wakeUps, 't', after) }));
  const appending = (async () => {
    for (let n = 0; n < 250; n += 1) {
      append();
      if (n % 3 === 0) await new Promise(setImmediate);
    }
  })();
  for (const { after, stream } of readers) {
    expect(await take(stream, 500 - after)).toEqual(upTo(500, after + 1));
    await stream.return?.();
  }
  await appending;
});

it('reads once per wake-up: a read that met the end of the log is not repeated to see it again', async () => {
  const { log, wakeUps, append, readsAfter } = memoryLog();
  for (let n = 0; n < 3; n += 1) append();
  const stream = follow(log, wakeUps, 't', 0);
  expect(await take(stream, 3)).toEqual([1, 2, 3]);
  const fourth = take(stream, 1);
  await new Promise((resolve) => setTimeout(resolve, 20)); // it is in its pause by now
  append();
  expect(await fourth).toEqual([4]);
  expect(readsAfter).toEqual([0, 3]);
  await stream.return?.();
});

it('answers several pending next() in order', async () => {
  const { log, wakeUps, append } = memoryLog();
  const stream = follow(log, wakeUps, 't', 0);
  const pending = Promise.all([stream.next(), stream.next(), stream.next()]);
  for (let n = 0; n < 3; n += 1) append();
  expect((await pending).map(({ value }) => value.seq)).toEqual([1, 2, 3]);
  await stream.return?.();
});

it('leaves at once although a next() is pending, and listens no more', async () => {
  const { log, wakeUps, wakes } = memoryLog();
  const stream = follow(log, wakeUps, 't', 0);
  const pending = stream.next();
  await new Promise((resolve) => setTimeout(resolve, 20)); // it is in its pause by now
  const began = performance.now();
  expect(await stream.return?.()).toEqual({ value: undefined, done: true });
  expect(await pending).toEqual({ value: undefined, done: true });
  expect(performance.now() - began).toBeLessThan(200);
  expect(wakes.size).toBe(0);
  expect(await stream.next()).toEqual({ value: undefined, done: true });
});

it('lost wake-ups delay by at most its own look again', async () => {
  const { log, wakeUps, append } = memoryLog(true);
  const stream = follow(log, wakeUps, 't', 0);
  const pending = stream.next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  append();
  const began = performance.now();
  expect((await pending).value.seq).toBe(1);
  expect(performance.now() - began).toBeLessThan(1_500);
  await stream.return?.();
});

it('tells whoever reads when it cannot attach', async () => {
  const { log } = memoryLog();
  const dead: WakeUps = { listen: () => Promise.reject(new Error('no Redis')), wake: async () => {} };
  const stream = follow(log, dead, 't', 0);
  await expect(stream.next()).rejects.toThrow('no Redis');
  await stream.return?.();
});
