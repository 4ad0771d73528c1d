// Double entry: every movement of money is a transaction whose entries sum to zero in each currency. Debits are positive.
// What stood at Stripe and what was earned by each kind of thing are accounts, one per currency.
import { typeOfId } from '@mosaic/kernel/values/ids';
import { lineTotal, type OrderLine } from './order-line.js';

export interface LedgerEntry {
  readonly account: string;
  readonly currency: string;
  /** Never 0. */
  readonly amountMinor: number;
}

export interface Posting {
  readonly kind: 'CAPTURE' | 'REFUND';
  /** The payment service's id of the movement: (kind, ref) is posted once. */
  readonly ref: string;
  readonly orderId: string;
  readonly entries: readonly LedgerEntry[];
}

export const MONEY_AT_STRIPE = 'STRIPE';
/** Money given back that belongs to no line. */
export const ALLOWANCES = 'ALLOWANCES';

const earnedBy = ({ itemId }: OrderLine): string => `SALES:${typeOfId(itemId)}`;

/** Money arrived for these lines, which sum to it. */
export const capturePosting = (ref: string, orderId: string, currency: string, lines: readonly OrderLine[]): Posting =>
  posting('CAPTURE', ref, orderId, currency, earnings(lines), 1);

/** Money went back: for these lines, and whatever is more or less than they sum to as an allowance. */
export function refundPosting(
  ref: string,
  orderId: string,
  { amountMinor, currency }: { amountMinor: number; currency: string },
  lines: readonly OrderLine[],
): Posting {
  const parts = earnings(lines);
  const rest = amountMinor - [...parts.values()].reduce((sum, part) => sum + part, 0);
  if (rest !== 0) parts.set(ALLOWANCES, rest);
  return posting('REFUND', ref, orderId, currency, parts, -1);
}

function earnings(lines: readonly OrderLine[]): Map<string, number> {
  const parts = new Map<string, number>();
  for (const line of lines) parts.set(earnedBy(line), (parts.get(earnedBy(line)) ?? 0) + lineTotal(line));
  return parts;
}

function posting(
  kind: Posting['kind'],
  ref: string,
  orderId: string,
  currency: string,
  parts: ReadonlyMap<string, number>,
  sign: 1 | -1,
): Posting {
  const whole = [...parts.values()].reduce((sum, part) => sum + part, 0);
  const entries = [
    { account: MONEY_AT_STRIPE, currency, amountMinor: sign * whole },
    ...[...parts].map(([account, part]) => ({ account, currency, amountMinor: -sign * part })),
  ];
  return { kind, ref, orderId, entries: entries.filter(({ amountMinor }) => amountMinor !== 0) };
}
