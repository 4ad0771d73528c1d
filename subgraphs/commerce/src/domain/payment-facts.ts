// What the payment service tells, as facts. They arrive in any order and any number of times; a payment's state moves only
// up a lattice of ranks, so that every order of arrival ends in the same state.
import type { PaymentState } from './payment.js';

export const paymentFacts = {
  INTENT_CREATED: 'The payment service knows of it.',
  ACTION_REQUIRED: 'The bank wants to hear from the card’s owner.',
  DECLINED: 'The card was declined.',
  CANCELLED: 'The payment service will take no money for it any more.',
  CAPTURED: 'The money is there.',
  REFUNDED: 'Money went back.',
} as const;
export type PaymentFactType = keyof typeof paymentFacts;

export interface PaymentFact {
  readonly type: PaymentFactType;
  /** What makes it the same fact when it is told again: the id of the intent, charge or refund. */
  readonly ref: string;
  readonly amountMinor: number;
}

/** Within the lowest rank a payment goes back and forth; above it only up. */
const rank: Readonly<Record<PaymentState, number>> = {
  CREATED: 0,
  PENDING: 0,
  DECLINED: 0,
  CANCELLED: 1,
  SUCCEEDED: 2,
  PARTIALLY_REFUNDED: 3,
  REFUNDED: 4,
};

const stateOf: Readonly<Record<Exclude<PaymentFactType, 'REFUNDED'>, PaymentState>> = {
  INTENT_CREATED: 'PENDING',
  ACTION_REQUIRED: 'PENDING',
  DECLINED: 'DECLINED',
  CANCELLED: 'CANCELLED',
  CAPTURED: 'SUCCEEDED',
};

/** The state after a fact that was not known before; `refundedMinor` counts the fact in. */
export function stateAfter(
  state: PaymentState,
  { type }: PaymentFact,
  { amountMinor, refundedMinor }: { amountMinor: number; refundedMinor: number },
): PaymentState {
  const told = type === 'REFUNDED' ? (refundedMinor >= amountMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED') : stateOf[type];
  return rank[told] >= rank[state] ? told : state;
}
