// Guests: a token that admits to nothing else, and what becomes of it at sign-in and sign-up.
import { verifyAccessToken } from '@mosaic/kernel/identity/access-token';
import { verifyGuestToken } from '@mosaic/kernel/identity/guest-token';
import { mintId, typeOfId } from '@mosaic/kernel/values/ids';
import { days } from '@mosaic/kernel/values/time';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../src/use-cases/sign-in.js';
import { startGuest } from '../../src/use-cases/start-guest.js';
import { numberOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const adoptions = async () =>
  (await lab.announced()).flatMap(([name, what]) => (name === 'GuestAdopted' ? [what] : []));
const again = (email: string, guestId: string) => signIn(lab.rooms, { email, password: PASSWORD, guestId });

test('a guest token names a guest for 30 days, and is no access token', async () => {
  const { token, expiresAt } = await startGuest({ ...lab.rooms, clock: { now: () => new Date() } });
  const keys = createLocalJWKSet(lab.rooms.accessTokens.published as JSONWebKeySet);
  const guestId = await verifyGuestToken(token, lab.config.MOSAIC_ISSUER, keys);
  expect(typeOfId(guestId)).toBe('Guest');
  expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(days(30) - 2_000);
  await expect(verifyAccessToken(token, lab.config.MOSAIC_ISSUER, keys)).rejects.toThrow(/typ/);
});

test('a guest who signs up is adopted in the same commit, once', async () => {
  const guestId = mintId('Guest');
  const { user } = await lab.newcomer({ guestId });
  expect(await adoptions()).toEqual([{ guestId, userId: user.id }]);
  granted(await again(user.email, guestId));
  expect(await adoptions()).toHaveLength(1);
});

test('a token that a second account brings gives it nothing', async () => {
  const guestId = mintId('Guest');
  const first = await lab.newcomer({ guestId });
  await lab.newcomer({ guestId });
  expect((await adoptions()).filter((what) => (what as { guestId: string }).guestId === guestId)).toEqual([
    { guestId, userId: first.user.id },
  ]);
});

test('of ten sign-ins at once with one guest token, one announces', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => lab.newcomer()));
  const guestId = mintId('Guest');
  for (const outcome of await Promise.all(people.map(({ user }) => again(user.email, guestId)))) granted(outcome);
  expect((await adoptions()).filter((what) => (what as { guestId: string }).guestId === guestId)).toHaveLength(1);
});

test('a refused sign-in adopts nobody, and what is no guest is ignored', async () => {
  const { user } = await lab.newcomer();
  const before = await adoptions();
  const guestId = mintId('Guest');
  const wrong = await signIn(lab.rooms, { email: user.email, password: 'wrong password', guestId });
  expect(codeOf(wrong)).toBe('WRONG_CREDENTIALS');
  granted(await again(user.email, user.id));
  granted(await again(user.email, 'Guest:\u0000'));
  expect(await adoptions()).toEqual(before);
});

test('an adoption is forgotten after its token is worthless', async () => {
  lab.clock.advance(days(32));
  await lab.newcomer({ guestId: mintId('Guest') });
  expect(await numberOf(lab, 'adopted_guests')).toBe(1);
});
