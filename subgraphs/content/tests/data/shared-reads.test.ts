// One read serves the readers that a wake-up roused together; one that comes later reads for itself.
import type { LiveEvent, LiveLog } from '@mosaic/kernel/live/live-event';
import { expect, it } from 'vitest';
import { sharedReads } from '../../src/data/live/shared-reads.js';

function countedLog() {
  const events: LiveEvent<string>[] = [];
  const reads: string[] = [];
  const log: LiveLog<string> = {
    async readAfter(topic, after, limit) {
      reads.push(`${topic} ${after} ${limit}`);
      const found = events.filter(({ seq }) => seq > after);
      await new Promise(setImmediate);
      return found;
    },
    bounds: async () => ({ last: events.length, oldest: 1 }),
  };
  const append = (body: string) => events.push({ seq: events.length + 1, occurredAt: new Date(0), body });
  return { log, append, reads };
}
const bodies = (found: readonly LiveEvent<string>[]) => found.map(({ body }) => body);

it('reads once for all that ask together, and apart for another topic, place or number', async () => {
  const { log, append, reads } = countedLog();
  append('a');
  append('b');
  const shared = sharedReads(log);
  const asked = [
    shared.readAfter('t', 0, 100),
    shared.readAfter('t', 0, 100),
    shared.readAfter('t', 1, 100),
    shared.readAfter('u', 0, 100),
    shared.readAfter('t', 0, 5),
  ];
  expect((await Promise.all(asked)).map(bodies)).toEqual([['a', 'b'], ['a', 'b'], ['b'], ['a', 'b'], ['a', 'b']]);
  expect(reads).toEqual(['t 0 100', 't 1 100', 'u 0 100', 't 0 5']);
});

it('never answers from a read that began before it was asked', async () => {
  const { log, append, reads } = countedLog();
  const shared = sharedReads(log);
  const early = shared.readAfter('t', 0, 100);
  await expect.poll(() => reads.length, { interval: 0 }).toBe(1);
  append('a');
  const late = shared.readAfter('t', 0, 100);
  expect(bodies(await late)).toEqual(['a']);
  await early;
  expect(reads).toEqual(['t 0 100', 't 0 100']);
});

it('fails for all that asked together, and reads again for the next', async () => {
  const { log } = countedLog();
  let isDown = true;
  const shared = sharedReads({
    ...log,
    readAfter: (...asked) => (isDown ? Promise.reject(new Error('down')) : log.readAfter(...asked)),
  });
  const both = [shared.readAfter('t', 0, 100), shared.readAfter('t', 0, 100)];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  expect(await shared.readAfter('t', 0, 100)).toEqual([]);
});
