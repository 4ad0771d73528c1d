// A few at a time while the thread has no time to spare; everybody when it waits for others.
import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from '../../src/plan/turns.js';

/** Runs so many pieces of work; answers how many were under way at once, at most, and in which order they ended. */
async function crowd(turns: Pick<Turns, 'take'>, count: number, work: () => Promise<void>) {
  let active = 0;
  let most = 0;
  const ended: number[] = [];
  const one = async (at: number) => {
    active += 1;
    most = Math.max(most, active);
    await work();
    active -= 1;
    ended.push(at);
  };
  await Promise.all(Array.from({ length: count }, (_, at) => turns.take(() => one(at))));
  return { most, ended };
}

/** Ten pieces of a millisecond, as an answer is made between its fetches. */
async function keepBusy() {
  for (let piece = 0; piece < 10; piece += 1) {
    for (const until = performance.now() + 1; performance.now() < until; );
    await setImmediate();
  }
}

it('works on eight at a time while there is no time to spare, first come, first finished', async () => {
  const { most, ended } = await crowd(new Turns(), 32, keepBusy);
  expect(most).toBe(8);
  expect(ended).toEqual([...ended].sort((a, b) => a - b));
});

it('without turns works on all of them at once', async () => {
  const { most } = await crowd({ take: (work) => work() }, 32, keepBusy);
  expect(most).toBe(32);
});

it('lets everybody in while the others only wait', async () => {
  const { most } = await crowd(new Turns(), 32, () => setTimeout(300));
  expect(most).toBe(32);
});

it('gives the turn back when the work fails', async () => {
  const turns = new Turns();
  const failing = Array.from({ length: 20 }, () => turns.take(() => Promise.reject(new Error('no'))));
  expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
  let isDone = false;
  await turns.take(async () => {
    isDone = true;
  });
  expect(isDone).toBe(true);
});
