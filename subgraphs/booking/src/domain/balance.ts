// Who is owed and who owes, and the transfers that make everybody even. Balances always sum to zero, because every
// movement of money is posted to both of its sides.
import type { Id } from '@mosaic/kernel/values/ids';
import type { ExpenseShare } from './expense.js';

/** Positive: is owed. Negative: owes. In minor units of the event's currency. */
export interface EventBalance {
  readonly userId: string;
  readonly amountMinor: number;
}

export interface Transfer {
  readonly fromId: string;
  readonly toId: string;
  readonly amountMinor: number;
}

/** What an expense does to balances: the payer is owed the whole, everybody owes their share. */
export const postExpense = (paidById: string, amountMinor: number, shares: readonly ExpenseShare[]): EventBalance[] => [
  { userId: paidById, amountMinor },
  ...shares.map((share) => ({ userId: share.userId, amountMinor: -share.amountMinor })),
];

/** What money handed over does: who gave it owes less, who got it is owed less. */
export const postTransfer = ({ fromId, toId, amountMinor }: Transfer): EventBalance[] => [
  { userId: fromId, amountMinor },
  { userId: toId, amountMinor: -amountMinor },
];

/** One balance per person named, in the order in which they appear. */
export function sumBalances(postings: readonly EventBalance[]): EventBalance[] {
  const sums = new Map<string, number>();
  for (const { userId, amountMinor } of postings) sums.set(userId, (sums.get(userId) ?? 0) + amountMinor);
  return [...sums].map(([userId, amountMinor]) => ({ userId, amountMinor }));
}

/**
 * Transfers after which everybody is even: the one who owes the most pays the one who is owed the most, and each
 * transfer makes at least one of the two even, the last one both. So n people need at most n - 1. Deterministic.
 * Throws a RangeError when the balances do not sum to zero: that is a bug.
 */
export function planSettlement(balances: readonly EventBalance[]): Transfer[] {
  if (balances.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== 0)
    throw new RangeError('balances sum to zero');
  const open = balances.filter(({ amountMinor }) => amountMinor !== 0).map((balance) => ({ ...balance }));
  const largestFirst = (a: EventBalance, b: EventBalance) =>
    Math.abs(b.amountMinor) - Math.abs(a.amountMinor) || (a.userId < b.userId ? -1 : 1);
  const creditors = open.filter(({ amountMinor }) => amountMinor > 0).sort(largestFirst);
  const debtors = open.filter(({ amountMinor }) => amountMinor < 0).sort(largestFirst);
  const transfers: Transfer[] = [];
  let [creditor, debtor] = [creditors.shift(), debtors.shift()];
  while (creditor && debtor) {
    const amountMinor = Math.min(creditor.amountMinor, -debtor.amountMinor);
    transfers.push({ fromId: debtor.userId, toId: creditor.userId, amountMinor });
    creditor.amountMinor -= amountMinor;
    debtor.amountMinor += amountMinor;
    if (creditor.amountMinor === 0) creditor = creditors.shift();
    if (debtor.amountMinor === 0) debtor = debtors.shift();
  }
  return transfers;
}

/** Money that changed hands, as somebody recorded it. */
export class ExpenseSettlement implements Transfer {
  id: Id<'ExpenseSettlement'>;
  eventId: Id<'Event'>;
  fromId: Id<'User'>;
  toId: Id<'User'>;
  amountMinor: number;
  currency: string;
  recordedById: Id<'User'>;
  recordedAt: Date;
}

export const MOST_SETTLEMENTS = 1_000;
