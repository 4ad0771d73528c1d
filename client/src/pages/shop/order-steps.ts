// What an order's state means for its buyer and for who looks after orders: what may be done, and whether to ask again.
import type { OrderStatus, PaymentEventType, PaymentStatus } from '@/graph/generated/graphql';

const PAYABLE: readonly OrderStatus[] = ['PENDING_PAYMENT', 'PAYMENT_DECLINED'];

/** It may be paid, and given up. */
export const isPayable = (status: OrderStatus): boolean => PAYABLE.includes(status);

/** Something will change by itself within moments. */
export const isMoving = (status: OrderStatus, payment: PaymentStatus | undefined): boolean =>
  status === 'PAID' || (status === 'PENDING_PAYMENT' && payment === 'PENDING');

export const mayBeRefunded = (status: OrderStatus): boolean =>
  status === 'PAID' || status === 'CONFIRMED' || status === 'PARTIALLY_REFUNDED';

const COLORS: Readonly<Record<OrderStatus, string>> = {
  PENDING_PAYMENT: 'yellow',
  PAYMENT_DECLINED: 'red',
  PAID: 'blue',
  CONFIRMED: 'teal',
  PARTIALLY_REFUNDED: 'grape',
  REFUNDED: 'grape',
  EXPIRED: 'gray',
  CANCELLED: 'gray',
};

export const colorOf = (status: OrderStatus): string => COLORS[status];

interface Waiting {
  readonly status: OrderStatus;
  readonly payment: {
    readonly status: PaymentStatus;
    readonly events: readonly { readonly type: PaymentEventType }[];
  } | null;
}

/** The bank has asked the card's owner, who has not answered. */
export const isWaitingForOwner = ({ status, payment }: Waiting): boolean =>
  status === 'PENDING_PAYMENT' && payment?.status === 'PENDING' && payment.events.at(-1)?.type === 'ACTION_REQUIRED';
