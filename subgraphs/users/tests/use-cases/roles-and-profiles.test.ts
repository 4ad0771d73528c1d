// Changing what an account may act as, and what others see of it.
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../src/domain/user.js';
import { changeUserRole } from '../../src/use-cases/change-user-role.js';
import { grantRole } from '../../src/use-cases/grant-role.js';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { updateProfile } from '../../src/use-cases/update-profile.js';
import { numberOf, sessionOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const as = (id: string, role: Role) => ({ id, sessionId: 'asks', role });
const newAdmin = async () => {
  const { user } = await lab.newcomer();
  granted(await grantRole(lab.rooms, { email: user.email.toUpperCase(), role: 'ADMIN' }));
  return as(user.id, 'ADMIN');
};
const demoteAll = () => lab.rooms.orm.em.fork().execute("update users set role = 'USER'", [], 'run');

test('an admin gives a role; the person’s sessions end and the routers are told', async () => {
  await demoteAll();
  const admin = await newAdmin();
  const { user, refreshToken } = await lab.newcomer();
  const sessionId = await sessionOf(lab, refreshToken);
  const changed = granted(await changeUserRole(lab.rooms, admin, { userId: user.id, role: 'COACH' }));
  expect(changed).toMatchObject({ id: user.id, role: 'COACH', version: 2 });
  expect(codeOf(await refreshSession(lab.rooms, refreshToken))).toBe('SESSION_OVER');
  expect((await lab.announced()).at(-1)).toEqual(['SessionsRevoked', { userId: user.id, sessionIds: [sessionId] }]);
});

test('giving the role that somebody has changes nothing and ends nothing', async () => {
  const admin = await newAdmin();
  const { user, refreshToken } = await lab.newcomer();
  expect(granted(await changeUserRole(lab.rooms, admin, { userId: user.id, role: 'USER' })).version).toBe(1);
  granted(await refreshSession(lab.rooms, refreshToken));
});

test.each(['USER', 'COACH'] as const)('a %s is FORBIDDEN, and nothing changes', async (role) => {
  const { user } = await lab.newcomer();
  const attempt = changeUserRole(lab.rooms, as(user.id, role), { userId: user.id, role: 'ADMIN' });
  await expect(attempt).rejects.toEqual(new AccessError('FORBIDDEN'));
  expect(await numberOf(lab, "users where id = ? and role = 'USER'", [user.id])).toBe(1);
});

test('a token that still says ADMIN after the role is gone is FORBIDDEN', async () => {
  const former = await newAdmin();
  await newAdmin();
  granted(await changeUserRole(lab.rooms, former, { userId: former.id, role: 'USER' }));
  const attempt = changeUserRole(lab.rooms, former, { userId: former.id, role: 'ADMIN' });
  await expect(attempt).rejects.toEqual(new AccessError('FORBIDDEN'));
});

test('the last admin cannot step down', async () => {
  await demoteAll();
  const admin = await newAdmin();
  expect(codeOf(await changeUserRole(lab.rooms, admin, { userId: admin.id, role: 'USER' }))).toBe('LAST_ADMIN');
  const unknown = await changeUserRole(lab.rooms, admin, { userId: 'nobody\u0000', role: 'USER' });
  expect(unknown).toMatchObject({ code: 'NOT_FOUND', path: ['userId'] });
});

test('of two admins who demote each other at once, one stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    await demoteAll();
    const [one, two] = [await newAdmin(), await newAdmin()];
    await Promise.allSettled([
      changeUserRole(lab.rooms, one, { userId: two.id, role: 'USER' }),
      changeUserRole(lab.rooms, two, { userId: one.id, role: 'USER' }),
    ]);
    expect(await numberOf(lab, "users where role = 'ADMIN'")).toBe(1);
  }
});

test('the system cannot make an admin of nobody', async () => {
  expect(codeOf(await grantRole(lab.rooms, { email: 'nobody@people.test', role: 'ADMIN' }))).toBe('NOT_FOUND');
});

test('a profile is changed from the version it was read at, and announced', async () => {
  const { user } = await lab.newcomer();
  const viewer = as(user.id, 'USER');
  const change = { expectedVersion: 1, displayName: ' Élodie ', bio: 'Two\nlines', locale: 'fr' } as const;
  expect(granted(await updateProfile(lab.rooms, viewer, change))).toMatchObject({
    displayName: 'Élodie',
    sortName: 'elodie',
    bio: 'Two\nlines',
    locale: 'fr',
    version: 2,
  });
  expect((await lab.announced()).at(-1)).toEqual([
    'ProfileChanged',
    { userId: user.id, displayName: 'Élodie', locale: 'fr' },
  ]);
});

test('a stale change is a CONFLICT, a bad one BAD_INPUT, and neither is announced', async () => {
  const { user } = await lab.newcomer();
  const viewer = as(user.id, 'USER');
  const before = await lab.announced();
  const stale = await updateProfile(lab.rooms, viewer, { expectedVersion: 2, bio: 'new' });
  expect(stale).toMatchObject({ code: 'CONFLICT', path: ['expectedVersion'] });
  expect(codeOf(await updateProfile(lab.rooms, viewer, { expectedVersion: 1, bio: 'b'.repeat(501) }))).toBe(
    'BAD_INPUT',
  );
  expect(await lab.announced()).toEqual(before);
  expect(await numberOf(lab, "users where id = ? and bio = '' and version = 1", [user.id])).toBe(1);
});

test('of 20 changes from one version at once, one is made', async () => {
  const { user } = await lab.newcomer();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      updateProfile(lab.rooms, as(user.id, 'USER'), { expectedVersion: 1, bio: `by ${n}` }),
    ),
  );
  const codes = outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'changed'));
  expect(codes.filter((code) => code === 'changed')).toHaveLength(1);
  expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19);
});
