// Rotation of refresh tokens: what is answered, what ends the session, and what is stored.
import { createHash } from 'node:crypto';
import { days, minutes, seconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { childrenOf, liveTokens, sessionOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const refresh = (token: string) => refreshSession(lab.rooms, token);
const refreshed = async (token: string) => granted(await refresh(token)).refreshToken;

test('a token is exchanged once, and its session is seen', async () => {
  const { refreshToken, user } = await lab.newcomer();
  lab.clock.advance(minutes(5));
  const next = granted(await refresh(refreshToken));
  expect(next.refreshToken).not.toBe(refreshToken);
  expect(next.user.id).toBe(user.id);
  expect(next.accessTokenExpiresAt).toEqual(new Date(lab.clock.now().getTime() + minutes(10)));
  expect(await childrenOf(lab, refreshToken)).toBe(1);
  const viewer = { id: user.id, sessionId: '', role: 'USER' };
  expect((await lab.rooms.sessions.of(viewer, user.id))?.[0]?.lastSeenAt).toEqual(lab.clock.now());
});

test('within 10 s the direct predecessor gets the same successor', async () => {
  const { refreshToken } = await lab.newcomer();
  const first = await refreshed(refreshToken);
  lab.clock.advance(seconds(10));
  expect(await refreshed(refreshToken)).toBe(first);
  expect(await childrenOf(lab, refreshToken)).toBe(1);
  expect(await refreshed(first)).not.toBe(first);
});

test('after 10 s a spent token ends its session: no token of the family lives', async () => {
  const { refreshToken, user } = await lab.newcomer();
  const other = await lab.newcomer();
  const successor = await refreshed(refreshToken);
  const sessionId = await sessionOf(lab, refreshToken);
  lab.clock.advance(seconds(10) + 1);
  expect(codeOf(await refresh(refreshToken))).toBe('SESSION_OVER');
  expect(await liveTokens(lab, sessionId)).toBe(0);
  expect(codeOf(await refresh(successor))).toBe('SESSION_OVER');
  expect((await lab.announced()).at(-1)).toEqual(['SessionsRevoked', { userId: user.id, sessionIds: [sessionId] }]);
  expect(await refreshed(other.refreshToken)).toHaveLength(43);
});

test('a grandparent ends the session even within 10 s', async () => {
  const { refreshToken } = await lab.newcomer();
  const sessionId = await sessionOf(lab, refreshToken);
  const latest = await refreshed(await refreshed(refreshToken));
  expect(codeOf(await refresh(refreshToken))).toBe('SESSION_OVER');
  expect(await liveTokens(lab, sessionId)).toBe(0);
  expect(codeOf(await refresh(latest))).toBe('SESSION_OVER');
});

test('an ended session is announced once, however often its tokens are tried', async () => {
  const { refreshToken } = await lab.newcomer();
  await refreshed(refreshToken);
  lab.clock.advance(minutes(1));
  const before = (await lab.announced()).length;
  for (let n = 0; n < 3; n += 1) expect(codeOf(await refresh(refreshToken))).toBe('SESSION_OVER');
  expect((await lab.announced()).length).toBe(before + 1);
});

test('a crash between spending and minting leaves the token usable', async () => {
  const { refreshToken } = await lab.newcomer();
  const hash = createHash('sha256').update(refreshToken).digest('base64url');
  const crash = lab.rooms.transact(async ({ refreshTokens }) => {
    expect(await refreshTokens.spend(hash, 'seed')).not.toBeNull();
    throw new Error('the process died here');
  });
  await expect(crash).rejects.toThrow('the process died here');
  expect(await refreshed(refreshToken)).toHaveLength(43);
});

test('a session is over after 30 quiet days, and after 90 busy ones', async () => {
  const quiet = await lab.newcomer();
  let busy = (await lab.newcomer()).refreshToken;
  for (let n = 0; n < 3; n += 1) {
    lab.clock.advance(days(29));
    busy = await refreshed(busy);
  }
  expect(codeOf(await refresh(quiet.refreshToken))).toBe('SESSION_OVER');
  lab.clock.advance(days(3));
  expect(codeOf(await refresh(busy))).toBe('SESSION_OVER');
});

test.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}=`, 'é'.repeat(43), "' or 1=1 --"])(
  'a stranger’s token: %j',
  async (token) => {
    const before = await lab.announced();
    expect(codeOf(await refresh(token))).toBe('SESSION_OVER');
    expect(await lab.announced()).toEqual(before);
  },
);

test('the table holds no token, and a spent seed is forgotten once the successor is spent', async () => {
  const { refreshToken } = await lab.newcomer();
  const second = await refreshed(refreshToken);
  const third = await refreshed(second);
  const rows = await lab.rooms.orm.em.fork().execute<object[]>('select * from refresh_tokens');
  const dump = JSON.stringify(rows);
  for (const token of [refreshToken, second, third]) expect(dump).not.toContain(token);
  const seeds = await lab.rooms.orm.em
    .fork()
    .execute<{ n: number }[]>('select count(successor_seed)::int as n from refresh_tokens where session_id = ?', [
      await sessionOf(lab, refreshToken),
    ]);
  expect(seeds).toEqual([{ n: 1 }]);
});
