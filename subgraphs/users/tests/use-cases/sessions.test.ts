// Ending sessions: by signing out, by hand, by changing the password, by having too many.
import { days } from '@mosaic/kernel/values/time';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionTokens } from '../../src/use-cases/begin-session.js';
import { changePassword } from '../../src/use-cases/change-password.js';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { revokeOtherSessions } from '../../src/use-cases/revoke-other-sessions.js';
import { revokeSession } from '../../src/use-cases/revoke-session.js';
import { signIn } from '../../src/use-cases/sign-in.js';
import { signOut } from '../../src/use-cases/sign-out.js';
import { numberOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';

let lab: Lab;
let pokes = 0;
beforeAll(async () => {
  lab = await openLab();
  lab.rooms.onAnnounced = () => {
    pokes += 1;
  };
});
afterAll(() => lab.close());

const viewerOf = ({ accessToken }: SessionTokens) => {
  const { sub = '', sid, role } = decodeJwt(accessToken) as { sub?: string; sid: string; role: string };
  return { id: sub, sessionId: sid, role };
};
/** A person signed in on three devices. */
const threeDevices = async () => {
  const first = await lab.newcomer();
  const again = async () => granted(await signIn(lab.rooms, { email: first.user.email, password: PASSWORD }));
  return [first, await again(), await again()] as const;
};
const canRefresh = async ({ refreshToken }: SessionTokens) =>
  granted(await refreshSession(lab.rooms, refreshToken)).refreshToken.length === 43;
const isOver = async ({ refreshToken }: SessionTokens) =>
  codeOf(await refreshSession(lab.rooms, refreshToken)) === 'SESSION_OVER';
const lastAnnounced = async () => (await lab.announced()).at(-1);

test('signing out ends the session that asks, tells the routers once, and pokes the relay', async () => {
  const [here, there] = await threeDevices();
  const viewer = viewerOf(here);
  pokes = 0;
  expect(await signOut(lab.rooms, viewer)).toBe(viewer.sessionId);
  expect(pokes).toBe(1);
  expect(await lastAnnounced()).toEqual(['SessionsRevoked', { userId: viewer.id, sessionIds: [viewer.sessionId] }]);
  expect(await isOver(here)).toBe(true);
  expect(await canRefresh(there)).toBe(true);
  const before = (await lab.announced()).length;
  await signOut(lab.rooms, viewer);
  expect((await lab.announced()).length).toBe(before);
});

test('one’s own session can be revoked; somebody else’s answers as if there were none, and lives', async () => {
  const [here, there] = await threeDevices();
  const stranger = await lab.newcomer();
  const target = viewerOf(there).sessionId;
  expect(codeOf(await revokeSession(lab.rooms, viewerOf(stranger), target))).toBe('NOT_FOUND');
  expect(codeOf(await revokeSession(lab.rooms, viewerOf(stranger), 'nonsense\u0000'))).toBe('NOT_FOUND');
  expect(await canRefresh(there)).toBe(true);
  expect(await revokeSession(lab.rooms, viewerOf(here), target)).toBe(target);
  expect(await lastAnnounced()).toEqual(['SessionsRevoked', { userId: here.user.id, sessionIds: [target] }]);
  expect(codeOf(await revokeSession(lab.rooms, viewerOf(here), target))).toBe('NOT_FOUND');
});

test('all others can be revoked at once', async () => {
  const [here, second, third] = await threeDevices();
  const others = [viewerOf(second).sessionId, viewerOf(third).sessionId].sort();
  expect(await revokeOtherSessions(lab.rooms, viewerOf(here))).toEqual(others);
  expect(await lastAnnounced()).toEqual(['SessionsRevoked', { userId: here.user.id, sessionIds: others }]);
  expect(await canRefresh(here)).toBe(true);
  expect([await isOver(second), await isOver(third)]).toEqual([true, true]);
});

test('another password ends every other session and works from then on', async () => {
  const [here, second, third] = await threeDevices();
  const viewer = viewerOf(here);
  const change = (currentPassword: string, newPassword: string) =>
    changePassword(lab.rooms, viewer, { currentPassword, newPassword });
  expect(await change('not it at all', 'another one')).toMatchObject({
    code: 'WRONG_PASSWORD',
    path: ['currentPassword'],
  });
  expect(await change(PASSWORD, 'short')).toMatchObject({ code: 'PASSWORD_TOO_SHORT', path: ['newPassword'] });
  expect(await change(PASSWORD, 'x'.repeat(73))).toMatchObject({ code: 'PASSWORD_TOO_LONG', path: ['newPassword'] });
  expect(granted(await change(PASSWORD, 'another one')).id).toBe(viewer.id);
  expect(await canRefresh(here)).toBe(true);
  expect([await isOver(second), await isOver(third)]).toEqual([true, true]);
  const { email } = here.user;
  expect(codeOf(await signIn(lab.rooms, { email, password: PASSWORD }))).toBe('WRONG_CREDENTIALS');
  granted(await signIn(lab.rooms, { email, password: 'another one' }));
});

test('of two changes of one password at once, one is made', async () => {
  const here = await lab.newcomer();
  const change = (newPassword: string) =>
    changePassword(lab.rooms, viewerOf(here), { currentPassword: PASSWORD, newPassword });
  const outcomes = await Promise.all([change('the first one'), change('the second one')]);
  const codes = outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'changed'));
  expect(codes.filter((code) => code === 'changed')).toHaveLength(1);
  expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(1);
});

test('the 51st session ends the one that was quiet the longest', async () => {
  const first = await lab.newcomer();
  for (let n = 0; n < 50; n += 1) {
    lab.clock.advance(1);
    granted(await signIn(lab.rooms, { email: first.user.email, password: PASSWORD }));
  }
  expect(await numberOf(lab, 'sessions where user_id = ? and ended_at is null', [first.user.id])).toBe(50);
  expect(await isOver(first)).toBe(true);
});

test('a session that was over for 30 days is forgotten at the next sign-in, with its tokens', async () => {
  const here = await lab.newcomer();
  await signOut(lab.rooms, viewerOf(here));
  lab.clock.advance(days(31));
  granted(await signIn(lab.rooms, { email: here.user.email, password: PASSWORD }));
  expect(await numberOf(lab, 'sessions where user_id = ?', [here.user.id])).toBe(1);
  expect(await numberOf(lab, 'refresh_tokens where session_id = ?', [viewerOf(here).sessionId])).toBe(0);
});
