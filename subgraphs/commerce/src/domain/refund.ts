// Money to be given back: a row that is due until the payment service gave it.
import type { Id } from '@mosaic/kernel/values/ids';

export const refundReasons = {
  REQUESTED: 'An admin decided it.',
  CLAIM_RELEASED: 'The owner of what was bought could not keep it.',
  TOO_LATE: 'The money came when the order was over and what was in it could not be had any more.',
  OUTSIDE: 'It was given at the payment service itself.',
} as const;
export type RefundReason = keyof typeof refundReasons;

export class Refund {
  id: Id<'Refund'>;
  orderId: Id<'Order'>;
  paymentId: Id<'Payment'>;
  amountMinor: number;
  currency: string;
  /** The lines it pays back; empty for an allowance. */
  lineIds: string[];
  reason: RefundReason;
  status: 'DUE' | 'DONE' | 'FAILED';
  /** The payment service's id of it. */
  providerRef: string | null;
  /** Whether the order's lines know of it: not before the money itself arrived. */
  isApplied: boolean;
  tries: number;
  createdAt: Date;
  dueAt: Date;
}
