// The money side of an order: one payment, with one intent at the payment service. So however often a buyer tries and
// whatever is killed in between, the service itself refuses to charge twice.
import type { Id } from '@mosaic/kernel/values/ids';

export const paymentStates = {
  CREATED: 'Nobody tried to pay yet.',
  PENDING: 'A payment is under way, or waits for the card’s owner.',
  DECLINED: 'The last try was declined.',
  CANCELLED: 'It will never be paid.',
  SUCCEEDED: 'The money is there.',
  PARTIALLY_REFUNDED: 'Some of the money went back.',
  REFUNDED: 'All of the money went back.',
} as const;
export type PaymentState = keyof typeof paymentStates;

export class Payment {
  id: Id<'Payment'>;
  orderId: Id<'Order'>;
  buyerId: Id<'User'>;
  status: PaymentState;
  amountMinor: number;
  currency: string;
  /** The payment service's id of it; null until somebody tries to pay. */
  intentId: string | null;
  clientSecret: string | null;
  /** How often somebody tried to pay. */
  attempts: number;
  isCaptured: boolean;
  refundedMinor: number;
  createdAt: Date;
  /** When to ask the payment service how it stands; null when there is nothing to ask. */
  dueAt: Date | null;
}
