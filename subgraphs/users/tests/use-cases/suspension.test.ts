// Suspending an account: nobody gets in, whoever was in is out, and nothing else is lost.
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reinstateUser, suspendUser } from '../../src/use-cases/change-account-status.js';
import { changeUserRole } from '../../src/use-cases/change-user-role.js';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { signIn } from '../../src/use-cases/sign-in.js';
import { numberOf, sessionOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';
import { as, newAdmin, newCoach } from '../lab/people.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const reason = 'Insulted others';
const enter = (email: string, password = PASSWORD) => signIn(lab.rooms, { email, password });
const named = async (name: string) => (await lab.announced()).filter(([kind]) => kind === name).map(([, what]) => what);

test('all sessions end and are announced, and signing in is refused to who knows the password', async () => {
  const admin = await newAdmin(lab);
  const { user, refreshToken } = await lab.newcomer();
  const second = granted(await enter(user.email));
  const sessionIds = [await sessionOf(lab, refreshToken), await sessionOf(lab, second.refreshToken)].sort();
  expect(granted(await suspendUser(lab.rooms, admin, { userId: user.id, reason }))).toMatchObject({
    status: 'SUSPENDED',
  });
  expect((await named('SessionsRevoked')).at(-1)).toEqual({ userId: user.id, sessionIds });
  expect((await named('Audited')).at(-1)).toEqual({
    actorId: admin.id,
    action: 'suspendUser',
    subjectId: user.id,
    details: { reason },
  });
  expect(codeOf(await refreshSession(lab.rooms, refreshToken))).toBe('SESSION_OVER');
  expect(codeOf(await enter(user.email))).toBe('ACCOUNT_SUSPENDED');
  // Who does not know the password learns nothing.
  expect(codeOf(await enter(user.email, 'wrong password'))).toBe('WRONG_CREDENTIALS');
  expect(granted(await reinstateUser(lab.rooms, admin, { userId: user.id, reason: 'Apologised' })).status).toBe(
    'ACTIVE',
  );
  expect(granted(await enter(user.email)).user.id).toBe(user.id);
});

test('doing it again changes and tells nothing', async () => {
  const admin = await newAdmin(lab);
  const { user } = await lab.newcomer();
  const { version } = granted(await suspendUser(lab.rooms, admin, { userId: user.id, reason }));
  const before = await lab.announced();
  expect(granted(await suspendUser(lab.rooms, admin, { userId: user.id, reason })).version).toBe(version);
  expect(await lab.announced()).toEqual(before);
});

test('of sign-ins at the moment of the suspension none leaves a living session', async () => {
  const admin = await newAdmin(lab);
  for (let round = 0; round < 5; round += 1) {
    const { user } = await lab.newcomer();
    await Promise.all([
      enter(user.email),
      enter(user.email),
      suspendUser(lab.rooms, admin, { userId: user.id, reason }),
      enter(user.email),
    ]);
    expect(await numberOf(lab, 'sessions where user_id = ? and ended_at is null', [user.id])).toBe(0);
  }
});

test('nobody suspends themselves, somebody unknown, or without a reason', async () => {
  const admin = await newAdmin(lab);
  expect(codeOf(await suspendUser(lab.rooms, admin, { userId: admin.id, reason }))).toBe('OWN_ACCOUNT');
  expect(await suspendUser(lab.rooms, admin, { userId: 'nobody', reason })).toMatchObject({ code: 'NOT_FOUND' });
  const { user } = await lab.newcomer();
  expect(await suspendUser(lab.rooms, admin, { userId: user.id, reason: ' ' })).toMatchObject({
    code: 'BAD_INPUT',
    path: ['reason'],
  });
});

test('two admins who suspend each other: one stays', async () => {
  for (let round = 0; round < 3; round += 1) {
    const [one, two] = [await newAdmin(lab), await newAdmin(lab)];
    const outcomes = await Promise.allSettled([
      suspendUser(lab.rooms, one, { userId: two.id, reason }),
      suspendUser(lab.rooms, two, { userId: one.id, reason }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await numberOf(lab, "users where status = 'ACTIVE' and id in (?, ?)", [one.id, two.id])).toBe(1);
  }
});

test('a suspended admin has no power left, whatever their token says', async () => {
  const [one, two] = [await newAdmin(lab), await newAdmin(lab)];
  granted(await suspendUser(lab.rooms, one, { userId: two.id, reason }));
  const { user } = await lab.newcomer();
  const forbidden = new AccessError('FORBIDDEN');
  await expect(changeUserRole(lab.rooms, two, { userId: user.id, role: 'ADMIN' })).rejects.toEqual(forbidden);
  await expect(suspendUser(lab.rooms, as(user.id, 'USER'), { userId: one.id, reason })).rejects.toEqual(forbidden);
});

test('a coach who is suspended is listed no more, until they are back', async () => {
  const admin = await newAdmin(lab);
  const { user, coach } = await newCoach(lab, admin);
  const stranger = as((await lab.newcomer()).user.id, 'USER');
  const seen = async () => (await lab.rooms.coaches.byIds(stranger, [coach.id])).length;
  expect(await seen()).toBe(1);
  granted(await suspendUser(lab.rooms, admin, { userId: user.id, reason }));
  expect(await seen()).toBe(0);
  const told = { coachId: coach.id, userId: user.id, timeZone: 'Europe/Paris' };
  expect((await named('CoachStandingChanged')).at(-1)).toEqual({ ...told, standing: 'WITHDRAWN' });
  granted(await reinstateUser(lab.rooms, admin, { userId: user.id, reason: 'Apologised' }));
  expect((await named('CoachStandingChanged')).at(-1)).toEqual({ ...told, standing: 'APPROVED' });
  expect(await seen()).toBe(1);
});
