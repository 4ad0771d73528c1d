// Money somebody spent for an event, and who shares it. Shares always sum to the whole, to the last minor unit.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import { type Money, splitMoney } from '@mosaic/kernel/values/money';
import { refuseEvent } from './event-refusals.js';

export const expenseSplits = {
  EVENLY: 'Everybody the same.',
  BY_SHARES: 'In proportion to whole numbers of shares.',
  BY_PERCENTAGE: 'In proportion to percentages that sum to one hundred.',
  BY_AMOUNT: 'Exactly as named.',
} as const;
export type ExpenseSplit = keyof typeof expenseSplits;

export const EXPENSE_TITLE = { longest: 120, lines: 'one' } as const;
export const MOST_EXPENSES = 1_000;
/** In minor units, either way: a thousand of these still are a safe integer. */
export const LARGEST_AMOUNT = 1_000_000_000_000;
const MOST_SHARERS = 100;
const WHOLE = 10_000;
const MOST_SHARES = 10_000;

export class Expense {
  id: Id<'Expense'>;
  eventId: Id<'Event'>;
  title: string;
  /** Negative for a refund: the payer got it back for everybody. */
  amountMinor: number;
  currency: string;
  paidById: Id<'User'>;
  authorId: Id<'User'>;
  split: ExpenseSplit;
  spentAt: Date;
  createdAt: Date;
  /** Set when it was taken back; then it counts no more. */
  deletedAt: Date | null;
}

/** Somebody's part: nothing when split EVENLY, a number of shares, hundredths of a percent, or minor units. */
export interface Sharer {
  readonly userId: string;
  readonly part: number | null;
}

export interface ExpenseShare {
  readonly userId: string;
  readonly amountMinor: number;
}

/**
 * Who bears how much, in the order given; of equal remainders the earlier bears the odd unit. Refuses SPLIT_REFUSED
 * when nobody shares, somebody twice, or the parts do not fit the way of splitting.
 */
export function splitExpense(amount: Money, split: ExpenseSplit, sharers: readonly Sharer[]): ExpenseShare[] | Refusal {
  if (sharers.length === 0) return unfit('somebody must share it');
  if (sharers.length > MOST_SHARERS) return unfit(`at most ${MOST_SHARERS} people share it`);
  if (new Set(sharers.map(({ userId }) => userId)).size < sharers.length) return unfit('somebody is named twice');
  const parts = sharers.map(({ part }) => part);
  if (split === 'EVENLY') {
    if (parts.some((part) => part !== null)) return unfit('split evenly, nobody has a part of their own');
    return share(
      amount,
      sharers,
      sharers.map(() => 1),
    );
  }
  if (!parts.every((part): part is number => Number.isSafeInteger(part))) return unfit('everybody needs a whole part');
  if (split === 'BY_AMOUNT') return shareExactly(amount, sharers, parts);
  if (parts.some((part) => part < 0)) return unfit('no part is negative');
  return split === 'BY_SHARES' ? shareByNumber(amount, sharers, parts) : shareByPercentage(amount, sharers, parts);
}

function shareByNumber(amount: Money, sharers: readonly Sharer[], parts: readonly number[]) {
  if (parts.some((part) => part > MOST_SHARES)) return unfit(`nobody has more than ${MOST_SHARES} shares`);
  return sumOf(parts) === 0n ? unfit('somebody must have a share') : share(amount, sharers, parts);
}

const shareByPercentage = (amount: Money, sharers: readonly Sharer[], parts: readonly number[]) =>
  sumOf(parts) === BigInt(WHOLE) ? share(amount, sharers, parts) : unfit('the percentages do not sum to 100');

function shareExactly({ amountMinor }: Money, sharers: readonly Sharer[], parts: readonly number[]) {
  if (parts.some((part) => part !== 0 && part < 0 !== amountMinor < 0))
    return unfit('every part has the sign of the whole');
  if (sumOf(parts) !== BigInt(amountMinor)) return unfit('the parts do not sum to the whole');
  return sharers.map(({ userId }, at) => ({ userId, amountMinor: parts[at] ?? 0 }));
}

// A negative whole leaves nobody with a negative zero.
const share = (amount: Money, sharers: readonly Sharer[], weights: readonly number[]): ExpenseShare[] =>
  splitMoney(amount, weights).map(({ amountMinor }, at) => ({
    userId: sharers[at]?.userId ?? '',
    amountMinor: amountMinor || 0,
  }));

const sumOf = (parts: readonly number[]): bigint => parts.reduce((sum, part) => sum + BigInt(part), 0n);

const unfit = (reason: string): Refusal => refuseEvent('SPLIT_REFUSED', { reason }).at('shares');
