// Many at once with one refresh token, and what the naive way would have done.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRefreshToken } from '../../src/data/secrets/refresh-tokens.js';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { childrenOf, numberOf, rowsOf } from '../lab/look-inside.js';
import { granted, type Lab, openLab } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const many = (n: number) => Array.from({ length: n }, (_, at) => at);

test('50 at once: one child, and everybody gets it', async () => {
  const { refreshToken } = await lab.newcomer();
  const outcomes = await Promise.all(many(50).map(() => refreshSession(lab.rooms, refreshToken)));
  const successors = outcomes.map((outcome) => granted(outcome).refreshToken);
  expect(new Set(successors).size).toBe(1);
  expect(await childrenOf(lab, refreshToken)).toBe(1);
  expect(granted(await refreshSession(lab.rooms, successors[0] ?? '')).refreshToken).toHaveLength(43);
});

test('10 racers for each of 50 tokens: 50 children, and nobody is logged out', async () => {
  const tokens = await Promise.all(many(50).map(async () => (await lab.newcomer()).refreshToken));
  const before = await numberOf(lab, 'refresh_tokens');
  const outcomes: string[] = [];
  // Five tokens at a time: fifty racers wait for the pool, as many as it is asked to bear.
  for (const batch of many(10).map((at) => tokens.slice(at * 5, at * 5 + 5))) {
    const racers = batch.flatMap((token) => many(10).map(() => refreshSession(lab.rooms, token)));
    outcomes.push(...(await Promise.all(racers)).map((outcome) => granted(outcome).refreshToken));
  }
  expect(outcomes).toHaveLength(500);
  expect(new Set(outcomes).size).toBe(50);
  expect((await numberOf(lab, 'refresh_tokens')) - before).toBe(50);
  expect(await numberOf(lab, 'sessions where ended_at is not null')).toBe(0);
});

test('negative control: reading and then marking lets several racers win', async () => {
  const { refreshToken } = await lab.newcomer();
  const hash = createHash('sha256').update(refreshToken).digest('base64url');
  // All have read before any marks: the schedule that the conditional statement makes impossible.
  let arrived = 0;
  let open = () => {};
  const everybodyRead = new Promise<void>((resolve) => {
    open = resolve;
  });
  const readThenMark = async (): Promise<string | null> => {
    const [row] = await rowsOf<{ used_at: Date | null }>(lab, 'select used_at from refresh_tokens where hash = ?', [
      hash,
    ]);
    arrived += 1;
    if (arrived === 10) open();
    await everybodyRead;
    if (row?.used_at !== null) return null;
    await rowsOf(lab, 'update refresh_tokens set used_at = now() where hash = ?', [hash]);
    return newRefreshToken();
  };
  const won = (await Promise.all(many(10).map(readThenMark))).filter(Boolean);
  expect(new Set(won).size).toBe(10);
});
