// The rules that need no store: prices, slugs, progress, grades, and what money means for a claim.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { mintId } from '@mosaic/kernel/values/ids';
import { expect, test } from 'vitest';
import { Course } from '../../src/domain/course.js';
import { Enrollment, type EnrollmentStatus } from '../../src/domain/enrollment.js';
import { progressOf } from '../../src/domain/learning.js';
import { readPrice } from '../../src/domain/price.js';
import { Quiz } from '../../src/domain/quiz.js';
import { gradeQuiz } from '../../src/domain/quiz-attempt.js';
import { endsByRefund, judgePaid } from '../../src/domain/settle-claim.js';
import { slugOf } from '../../src/domain/slug.js';

test.each([
  [null, null],
  [undefined, null],
  [{ amountMinor: 0, currency: 'JPY' }, null],
  [
    { amountMinor: 1, currency: 'JPY' },
    { amountMinor: 1, currency: 'JPY' },
  ],
  [
    { amountMinor: 100_000_000, currency: 'EUR' },
    { amountMinor: 100_000_000, currency: 'EUR' },
  ],
])('the price %j is %j', (given, kept) => {
  expect(readPrice(given)).toEqual(kept);
});

test.each([-1, 100_000_001])('a price of %d minor units is refused', (amountMinor) => {
  expect(isRefusal(readPrice({ amountMinor, currency: 'EUR' }))).toBe(true);
});

test.each([
  ['Yoga pour Débutants !', /^yoga-pour-debutants-[0-9a-f]{8}$/],
  ['  --a--  ', /^a-[0-9a-f]{8}$/],
  ['日本語', /^[0-9a-f]{8}$/],
  ['x'.repeat(120), /^x{60}-[0-9a-f]{8}$/],
])('the slug of %j', (title, shape) => {
  expect(slugOf(title, mintId('Course'))).toMatch(shape);
});

test('progress counts published lessons alone', () => {
  expect(progressOf([], [])).toBe(0);
  expect(progressOf(['a', 'gone'], ['a', 'b', 'c', 'd'])).toBe(0.25);
  expect(progressOf(['b', 'a'], ['a', 'b'])).toBe(1);
});

test.each([
  [66, 2, true],
  [67, 2, false],
  [100, 3, true],
  [1, 0, false],
])('%d %% of three questions with %d right: passed is %s', (passingPercentage, right, isPassed) => {
  const one = (id: string) => ({
    id,
    kind: 'SINGLE' as const,
    text: '',
    choices: [],
    correctChoiceIds: ['1'],
    explanation: null,
  });
  const quiz = Object.assign(new Quiz(), { passingPercentage, questions: ['a', 'b', 'c'].map(one) });
  const answers = ['a', 'b', 'c'].map((questionId, at) => ({ questionId, choiceIds: at < right ? ['1'] : ['1', '2'] }));
  expect(gradeQuiz(quiz, answers)).toEqual({ correctCount: right, isPassed });
});

const user = mintId('User');
const claimIn = (status: EnrollmentStatus, orderId: string | null, buyerId: string = user) =>
  Object.assign(new Enrollment(), { id: mintId('Enrollment'), status, orderId, buyerId });
const [published, draft] = [true, false].map((isPublished) => Object.assign(new Course(), { isPublished }));

test.each([
  ['held', claimIn('PENDING', null), published, 'ACTIVATE'],
  ['held, of a course taken back', claimIn('PENDING', null), draft, 'ACTIVATE'],
  ['held by a guest', claimIn('PENDING', null, mintId('Guest')), published, 'ACTIVATE'],
  ['held by somebody else', claimIn('PENDING', null, mintId('User')), published, 'TOO_LATE'],
  ['expired', claimIn('RELEASED', null), published, 'ACTIVATE'],
  ['expired, of a course taken back', claimIn('RELEASED', null), draft, 'TOO_LATE'],
  ['too late for another order', claimIn('RELEASED', 'other'), published, 'TOO_LATE'],
  ['too late for this order', claimIn('RELEASED', 'order'), published, 'NOTHING'],
  ['paid by this order', claimIn('ACTIVE', 'order'), published, 'NOTHING'],
  ['refunded of this order', claimIn('REVOKED', 'order'), published, 'NOTHING'],
  ['refunded of another order', claimIn('REVOKED', 'other'), published, 'TOO_LATE'],
])('money for a claim that is %s', (_, claim, course, verdict) => {
  expect(judgePaid(claim, { orderId: 'order', buyerId: user }, course!, null)).toBe(verdict);
});

test('money for a claim of who is in the course already, or for no user, is too late', () => {
  const active = claimIn('ACTIVE', 'other');
  expect(judgePaid(claimIn('PENDING', null), { orderId: 'order', buyerId: user }, published!, active)).toBe('TOO_LATE');
  const guest = mintId('Guest');
  expect(judgePaid(claimIn('PENDING', null, guest), { orderId: 'order', buyerId: guest }, published!, null)).toBe(
    'TOO_LATE',
  );
});

test.each([
  ['ACTIVE', 'order', true],
  ['ACTIVE', 'other', false],
  ['ACTIVE', null, false],
  ['PENDING', null, true],
  ['RELEASED', null, true],
  ['RELEASED', 'order', false],
  ['REVOKED', 'order', false],
] as const)('a refund ends a claim that is %s by %s: %s', (status, orderId, ends) => {
  expect(endsByRefund(claimIn(status, orderId), 'order')).toBe(ends);
});
