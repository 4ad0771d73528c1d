// Who shares an expense, as typed, and what the graph wants to hear. What does not sum up is found here, while one types.
import type { ExpenseShareInput, ExpenseSplit } from '@/graph/generated/graphql';
import { digitsOf, readDecimal } from '@/parts/minor-units';

export interface TypedPart {
  readonly userId: string;
  /** Only when split evenly. */
  readonly isIn: boolean;
  /** Shares, percent or money; empty is none. */
  readonly text: string;
}

export interface Parts {
  readonly shares: readonly ExpenseShareInput[];
  /** What is not given to anybody yet (below 0: too much): minor units or hundredths of a percent; 0 when all fits. */
  readonly rest: number;
  /** Whose part cannot be read. */
  readonly unreadable: readonly string[];
}

const WHOLE_PERCENT = 10_000;

export function readParts(
  split: ExpenseSplit,
  typed: readonly TypedPart[],
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
): Parts {
  if (split === 'EVENLY') {
    const shares = typed.filter(({ isIn }) => isIn).map(({ userId }) => ({ userId }));
    return { shares, rest: 0, unreadable: [] };
  }
  const digits = split === 'BY_AMOUNT' ? digitsOf(currency) : split === 'BY_PERCENTAGE' ? 2 : 0;
  const isRefund = split === 'BY_AMOUNT' && amountMinor < 0;
  const read = typed
    .filter(({ text }) => text.trim() !== '')
    .map(({ userId, text }) => ({ userId, part: readDecimal(text, digits) }))
    .map(({ userId, part }) => ({ userId, part: part !== null && part !== 0 && part < 0 !== isRefund ? null : part }));
  const shares = read.flatMap(({ userId, part }) => (part === null || part === 0 ? [] : [{ userId, part }]));
  const sum = shares.reduce((total, { part }) => total + part, 0);
  const whole = split === 'BY_AMOUNT' ? amountMinor : split === 'BY_PERCENTAGE' ? WHOLE_PERCENT : sum;
  return { shares, rest: whole - sum, unreadable: read.flatMap(({ userId, part }) => (part === null ? [userId] : [])) };
}

/** Whether it can be sent. */
export const fits = ({ shares, rest, unreadable }: Parts): boolean =>
  shares.length > 0 && rest === 0 && unreadable.length === 0;
