// The small rules: spent refresh tokens, guesses, the last admin, and lifetimes.
import { days, later, minutes, seconds } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import { refuseAttempt } from '../../src/domain/attempts.js';
import { refuseRoleChange } from '../../src/domain/change-role.js';
import { judgeUnspendable, type RefreshToken } from '../../src/domain/refresh-token.js';
import { deviceNamed, isLiving, type Session, tokenExpiry } from '../../src/domain/session.js';

const now = new Date('2026-11-21T09:00:00Z');
const spent = (ago: number, successorSeed: string | null = 'seed') =>
  ({ usedAt: later(now, -ago), successorSeed, expiresAt: later(now, days(1)) }) as RefreshToken;

test('a spent token is answered again for 10 seconds, while it is the direct predecessor', () => {
  expect(judgeUnspendable(spent(0), true, now)).toBe('OVERLAP');
  expect(judgeUnspendable(spent(seconds(10)), true, now)).toBe('OVERLAP');
  expect(judgeUnspendable(spent(seconds(10) + 1), true, now)).toBe('REUSED');
  expect(judgeUnspendable(spent(0, null), true, now)).toBe('REUSED');
});

test('a stranger’s token, an expired one and one of an ended session end nothing', () => {
  expect(judgeUnspendable(null, false, now)).toBe('UNKNOWN');
  expect(judgeUnspendable({ ...spent(0), usedAt: null }, true, now)).toBe('OVER');
  expect(judgeUnspendable(spent(0), false, now)).toBe('OVER');
});

test('the sixth attempt waits for the end of the window, in whole seconds', () => {
  const attempts = (count: number) => ({ account: 'a', count, windowEndsAt: later(now, minutes(15) - 1) });
  expect(refuseAttempt(attempts(5), now)).toBeNull();
  expect(refuseAttempt(attempts(6), now)).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    parameters: { retryAfterSeconds: 900 },
  });
});

test('only the last admin cannot step down', () => {
  expect(refuseRoleChange({ id: 'a' as never }, 'USER', ['a'])).toMatchObject({ code: 'LAST_ADMIN', path: ['role'] });
  expect(refuseRoleChange({ id: 'a' as never }, 'ADMIN', ['a'])).toBeNull();
  expect(refuseRoleChange({ id: 'a' as never }, 'COACH', ['a', 'b'])).toBeNull();
  expect(refuseRoleChange({ id: 'b' as never }, 'COACH', ['a'])).toBeNull();
});

test('a refresh token lives 30 days, and never past its session', () => {
  expect(tokenExpiry(now, { expiresAt: later(now, days(90)) })).toEqual(later(now, days(30)));
  expect(tokenExpiry(now, { expiresAt: later(now, days(2)) })).toEqual(later(now, days(2)));
});

test('a session lives until it is ended or expires', () => {
  const session = { endedAt: null, expiresAt: later(now, 1) } as Session;
  expect(isLiving(session, now)).toBe(true);
  expect(isLiving(session, later(now, 1))).toBe(false);
  expect(isLiving({ ...session, endedAt: now }, now)).toBe(false);
});

test('a device has a name of at most 100 characters', () => {
  expect(deviceNamed('  Firefox\non Linux\u202e ')).toBe('Firefox on Linux');
  expect(deviceNamed(null)).toBe('Unknown device');
  expect(deviceNamed(' ')).toBe('Unknown device');
  expect(deviceNamed('x'.repeat(300))).toBe('x'.repeat(100));
});
