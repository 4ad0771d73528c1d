// Choosing another password by a mailed link: nothing is told to who asks, and a link works once.
import { createHash } from 'node:crypto';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { minutes } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { requestPasswordReset } from '../../src/use-cases/request-password-reset.js';
import { resetPassword } from '../../src/use-cases/reset-password.js';
import { signIn } from '../../src/use-cases/sign-in.js';
import { verifyEmail } from '../../src/use-cases/verify-email.js';
import { numberOf, rowsOf } from '../lab/look-inside.js';
import { mailTo, tokenIn } from '../lab/mailbox.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const ask = (email: string) => requestPasswordReset(lab.rooms, email);
const reset = (token: string, newPassword = 'another one') => resetPassword(lab.rooms, { token, newPassword });
const enter = (email: string, password: string) => signIn(lab.rooms, { email, password });

/** A link for a new account, whose sign-up mail is out of the way. */
async function linkFor(count = 1) {
  const { user, refreshToken } = await lab.newcomer();
  await mailTo(lab, user.email);
  for (let n = 0; n < count; n += 1) await ask(user.email.toUpperCase());
  const tokens = (await mailTo(lab, user.email)).map(tokenIn);
  return { user, refreshToken, tokens, token: tokens[0] ?? '' };
}

test('the link sets the password, ends every session, verifies the address, and works once', async () => {
  const { user, refreshToken, token } = await linkFor();
  expect(user.emailVerifiedAt).toBeNull();
  expect(granted(await reset(token))).toMatchObject({ id: user.id, emailVerifiedAt: expect.any(Date) });
  expect(codeOf(await refreshSession(lab.rooms, refreshToken))).toBe('SESSION_OVER');
  expect((await lab.announced()).at(-1)).toMatchObject(['SessionsRevoked', { userId: user.id }]);
  expect(codeOf(await enter(user.email, PASSWORD))).toBe('WRONG_CREDENTIALS');
  granted(await enter(user.email, 'another one'));
  expect(await reset(token, 'a third one')).toMatchObject({ code: 'LINK_INVALID', path: ['token'] });
  expect(codeOf(await enter(user.email, 'a third one'))).toBe('WRONG_CREDENTIALS');
});

test('a link works for 30 minutes, and not a moment longer', async () => {
  const [early, late] = [await linkFor(), await linkFor()];
  lab.clock.advance(minutes(30) - 1);
  granted(await reset(early.token));
  lab.clock.advance(1);
  expect(codeOf(await reset(late.token))).toBe('LINK_INVALID');
});

test('of several links of one person, using one ends the others', async () => {
  const { tokens } = await linkFor(3);
  expect(new Set(tokens).size).toBe(3);
  granted(await reset(tokens[1] ?? ''));
  expect(codeOf(await reset(tokens[0] ?? ''))).toBe('LINK_INVALID');
  expect(codeOf(await reset(tokens[2] ?? ''))).toBe('LINK_INVALID');
});

test('a password that is refused leaves the link usable; a link for one purpose is none for another', async () => {
  const { token } = await linkFor();
  expect(codeOf(await reset(token, 'short'))).toBe('PASSWORD_TOO_SHORT');
  expect(codeOf(await reset(token, 'x'.repeat(73)))).toBe('PASSWORD_TOO_LONG');
  expect(codeOf(await verifyEmail(lab.rooms, token))).toBe('LINK_INVALID');
  granted(await reset(token));
});

test.each(['', 'x', 'A'.repeat(43), '\u0000'.repeat(43), 'x'.repeat(100_000)])(
  'a guess is refused: %#',
  async (token) => {
    expect(codeOf(await reset(token))).toBe('LINK_INVALID');
  },
);

const RACERS = 20;
/** What each racer got, in order; null for who lost. */
const race = async <T>(use: (n: number) => Promise<T>) => {
  const outcomes = await Promise.all(Array.from({ length: RACERS }, (_, n) => use(n)));
  return outcomes.flatMap((outcome, n) => (outcome === null || isRefusal(outcome) ? [] : [n]));
};

test('of 20 racers with one token one wins, and theirs is the password', async () => {
  for (let round = 0; round < 2; round += 1) {
    const { user, token } = await linkFor();
    const winners = await race((n) => reset(token, `password of ${n}`));
    expect(winners).toHaveLength(1);
    granted(await enter(user.email, `password of ${winners[0]}`));
  }
});

test('negative control: looking first and spending afterwards lets several win', async () => {
  const { user, token } = await linkFor();
  const hash = createHash('sha256').update(token).digest('base64url');
  const naive = async () => {
    const [link] = await rowsOf<{ used_at: Date | null }>(lab, 'select used_at from link_tokens where hash = ?', [
      hash,
    ]);
    if (!link || link.used_at) return null;
    await rowsOf(lab, 'update link_tokens set used_at = ? where hash = ?', [lab.clock.now(), hash]);
    return user;
  };
  expect((await race(naive)).length).toBeGreaterThan(1);
});

test('links of one person used at once never wait for each other', async () => {
  const { user, tokens } = await linkFor(4);
  const outcomes = await Promise.all(tokens.map((token) => reset(token)));
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
  granted(await enter(user.email, 'another one'));
});

const shapeOf = (line: string) => line.replace(/'[^']*'/g, '?').replace(/\[took.*$/, '');

test('a known and an unknown address: the same answer after the same statements; only one gets a mail', async () => {
  const { user } = await lab.newcomer();
  await mailTo(lab, user.email);
  const traced = async (email: string) => {
    lab.queries.length = 0;
    const answer = await ask(email);
    return { answer, statements: lab.queries.filter((sql) => sql.startsWith('[query]')).map(shapeOf) };
  };
  const known = await traced(user.email);
  const unknown = await traced('nobody@people.test');
  expect(known.statements.length).toBeGreaterThan(2);
  expect(unknown).toEqual(known);
  expect(await mailTo(lab, 'nobody@people.test')).toEqual([]);
  expect(
    await numberOf(lab, 'mails where address = ? and sent_at is null and due_at is null', ['nobody@people.test']),
  ).toBe(1);
});

test('the times of both are alike: lower quartiles within a third of each other', async () => {
  // Fresh addresses every time, so that each request takes the whole way; the order alternates.
  const known = await Promise.all(Array.from({ length: 40 }, () => lab.newcomer()));
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const time = async (who: 'known' | 'unknown', email: string) => {
    const from = performance.now();
    await ask(email);
    times[who].push(performance.now() - from);
  };
  for (const [n, { user }] of known.entries()) {
    const both = [() => time('known', user.email), () => time('unknown', `nobody${n}@people.test`)];
    for (const run of n % 2 ? both : both.reverse()) await run();
  }
  const quartile = (values: number[]) => values.sort((a, b) => a - b)[10] ?? 0;
  const ratio = quartile(times.known) / quartile(times.unknown);
  expect(ratio).toBeGreaterThan(0.67);
  expect(ratio).toBeLessThan(1.5);
});

test('after five requests for one address no more is mailed, silently; sign-in is not held up by it', async () => {
  const { user } = await lab.newcomer();
  await mailTo(lab, user.email);
  for (let n = 0; n < 8; n += 1) await ask(user.email);
  expect(await mailTo(lab, user.email)).toHaveLength(5);
  granted(await enter(user.email, PASSWORD));
  lab.clock.advance(minutes(15));
  await ask(user.email);
  expect(await mailTo(lab, user.email)).toHaveLength(1);
});

test('the store holds neither a token nor what makes one', async () => {
  const { token } = await linkFor();
  const everything = JSON.stringify([
    await rowsOf(lab, 'select * from link_tokens'),
    await rowsOf(lab, 'select * from mails'),
    await rowsOf(lab, 'select * from outbox'),
  ]);
  expect(everything).not.toContain(token);
  const [mail] = await rowsOf<{ token_seed: string }>(
    lab,
    'select token_seed from mails order by made_at desc limit 1',
  );
  expect(codeOf(await reset(mail?.token_seed ?? ''))).toBe('LINK_INVALID');
});
