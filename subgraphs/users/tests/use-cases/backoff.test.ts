// Guessing: five attempts on one account in 15 minutes, whoever makes them and whether it exists or not.

import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { minutes } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changePassword } from '../../src/use-cases/change-password.js';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { signIn } from '../../src/use-cases/sign-in.js';
import { numberOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const guess = (email: string, password = 'wrong password') => signIn(lab.rooms, { email, password });

test('after five failures the right password waits too, and then works', async () => {
  await lab.newcomer({ email: 'ada@people.test' });
  for (let n = 0; n < 5; n += 1) expect(codeOf(await guess('ADA@people.test'))).toBe('WRONG_CREDENTIALS');
  lab.clock.advance(minutes(14));
  expect(await guess('ada@people.test', PASSWORD)).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    parameters: { retryAfterSeconds: 60 },
  });
  lab.clock.advance(minutes(1));
  granted(await guess('ada@people.test', PASSWORD));
});

test('an account that does not exist is answered alike', async () => {
  for (let n = 0; n < 5; n += 1) expect(codeOf(await guess('ghost@people.test'))).toBe('WRONG_CREDENTIALS');
  expect(await guess('ghost@people.test')).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    parameters: { retryAfterSeconds: 900 },
  });
});

test('a right password clears the count', async () => {
  await lab.newcomer({ email: 'ben@people.test' });
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) expect(codeOf(await guess('ben@people.test'))).toBe('WRONG_CREDENTIALS');
    granted(await guess('ben@people.test', PASSWORD));
  }
});

test('of 40 guesses at once, five are judged', async () => {
  await lab.newcomer({ email: 'cam@people.test' });
  const codes = (await Promise.all(Array.from({ length: 40 }, () => guess('cam@people.test')))).map(codeOf);
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
  expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(35);
});

test('a victim’s sessions go on while strangers guess, and other accounts are untouched', async () => {
  const victim = await lab.newcomer({ email: 'dan@people.test' });
  for (let n = 0; n < 6; n += 1) await guess('dan@people.test');
  expect(isRefusal(await refreshSession(lab.rooms, victim.refreshToken))).toBe(false);
  await lab.newcomer({ email: 'eve@people.test' });
  granted(await guess('eve@people.test', PASSWORD));
});

test('guessing the current password of a stolen session meets the same pause', async () => {
  const { user } = await lab.newcomer({ email: 'fay@people.test' });
  const viewer = { id: user.id, sessionId: 'stolen', role: 'USER' };
  const change = (currentPassword: string) =>
    changePassword(lab.rooms, viewer, { currentPassword, newPassword: 'another one' });
  for (let n = 0; n < 5; n += 1) expect(codeOf(await change('wrong password'))).toBe('WRONG_PASSWORD');
  expect(codeOf(await change(PASSWORD))).toBe('TOO_MANY_ATTEMPTS');
});

test('what was counted is dropped when its window is over, and no address is stored', async () => {
  await guess('someone@people.test');
  lab.clock.advance(minutes(16));
  await guess('other@people.test');
  expect(await numberOf(lab, 'sign_in_attempts')).toBe(1);
  expect(await numberOf(lab, "sign_in_attempts where account like '%people%'")).toBe(0);
});
