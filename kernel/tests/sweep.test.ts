// Due work is done until none is left, again after a rest, and goes on after a failure.
import { expect, it } from 'vitest';
import { startSweep } from '../lifecycle/sweep.js';
import { eventually } from './lab/eventually.js';
import { journal } from './lab/log.js';

const sweeping = (work: () => Promise<number>, every = 10_000) => {
  const { log, said } = journal();
  return { said, ...startSweep({ name: 'holds', every, work, log }) };
};

it('goes on at once while something was due, then rests until it is poked', async () => {
  const due = [3, 2, 0, 1, 0];
  let calls = 0;
  const sweep = sweeping(async () => due[calls++] ?? 0);
  await eventually('three rounds', () => calls === 3);
  sweep.poke();
  await eventually('five rounds', () => calls === 5);
  await sweep.stop();
  expect(calls).toBe(5);
});

it('tries again after a failure, and says so once', async () => {
  let calls = 0;
  const sweep = sweeping(async () => {
    calls += 1;
    if (calls < 4) throw new Error('store away');
    return 0;
  }, 1);
  await eventually('another round after the failures', () => calls > 4);
  await sweep.stop();
  expect(sweep.said()).toEqual(['WARNING due work waits', 'INFO due work is done again']);
});

it('finishes the work in hand when it is stopped', async () => {
  let release = () => {};
  let isDone = false;
  const sweep = sweeping(async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    isDone = true;
    return 1;
  });
  const stopped = sweep.stop();
  release();
  await stopped;
  expect(isDone).toBe(true);
});
