// Signing up against a real PostgreSQL.

import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signUp } from '../../src/use-cases/sign-up.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const account = { email: 'ada@people.test', password: PASSWORD, displayName: ' Ada  Lovelace ', locale: 'en' } as const;

test('makes the account, its first session and one announcement', async () => {
  const { user, refreshToken, accessToken } = granted(await signUp(lab.rooms, { ...account, device: 'Laptop' }));
  expect(user).toMatchObject({
    displayName: 'Ada Lovelace',
    sortName: 'ada lovelace',
    role: 'USER',
    version: 1,
    bio: '',
  });
  expect(refreshToken).toMatch(/^[\w-]{43}$/);
  expect(accessToken.split('.')).toHaveLength(3);
  expect(await lab.announced()).toEqual([
    ['UserSignedUp', { userId: user.id, displayName: 'Ada Lovelace', locale: 'en' }],
  ]);
  const viewer = { id: user.id, sessionId: '', role: 'USER' };
  expect(await lab.rooms.sessions.of(viewer, user.id)).toMatchObject([
    { device: 'Laptop', createdAt: lab.clock.now(), endedAt: null },
  ]);
});

test('an address is taken whatever its case, and nothing else is written or announced', async () => {
  const before = await lab.announced();
  const refused = await signUp(lab.rooms, { ...account, email: ' ADA@People.Test' });
  expect(refused).toMatchObject({ code: 'EMAIL_TAKEN', path: ['email'] });
  expect(await lab.announced()).toEqual(before);
  expect(await count('users')).toBe(1);
  expect(await count('sessions')).toBe(1);
});

test('of 50 at once for one address in different case, one gets it', async () => {
  const spelling = (n: number) =>
    [...'racer@people.test'].map((c, at) => ((n >> (at % 6)) & 1 ? c.toUpperCase() : c)).join('');
  const before = await count('users');
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, n) => signUp(lab.rooms, { ...account, email: spelling(n) })),
  );
  expect(new Set(Array.from({ length: 50 }, (_, n) => spelling(n))).size).toBe(50);
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
  expect(outcomes.filter(isRefusal).map(({ code }) => code)).toEqual(Array(49).fill('EMAIL_TAKEN'));
  expect(await count('users')).toBe(before + 1);
  expect(await count('credentials')).toBe(before + 1);
});

test('bad input is refused before any password is hashed', async () => {
  const refusals = await Promise.all([
    signUp(lab.rooms, { ...account, email: 'nobody' }),
    signUp(lab.rooms, { ...account, displayName: '' }),
    signUp(lab.rooms, { ...account, password: 'short' }),
    signUp(lab.rooms, { ...account, password: 'x'.repeat(73) }),
  ]);
  expect(refusals.map(codeOf)).toEqual(['BAD_INPUT', 'BAD_INPUT', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG']);
});

test('the stored hash names its scheme and holds nothing of the password', async () => {
  const [row] = await lab.rooms.orm.em
    .fork()
    .execute<{ password_hash: string }[]>('select password_hash from credentials');
  expect(row?.password_hash).toMatch(/^bcrypt:\$2b\$04\$.{53}$/);
});

const count = async (table: string): Promise<number> => {
  const [row] = await lab.rooms.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};
