// The one table of how an order moves. Everything that changes an order's state asks it.

export const orderStates = {
  PENDING_PAYMENT: 'Placed; its stock is reserved until it is paid or its time is over.',
  PAYMENT_DECLINED: 'The card was declined and the stock released; it may be paid again, which reserves anew.',
  PAID: 'The money is there; owners of what others sell are asked to confirm.',
  CONFIRMED: 'Everything in it is the buyer’s.',
  PARTIALLY_REFUNDED: 'Some of the money went back.',
  REFUNDED: 'All of the money went back.',
  EXPIRED: 'It was not paid in time.',
  CANCELLED: 'The buyer gave it up before it was paid.',
} as const;
export type OrderState = keyof typeof orderStates;

// NOTE: money may arrive for what is over already: a card's owner agreed late. Then the goods are taken again (EXPIRED to
// PAID) or the money goes back (to REFUNDED). What a buyer cancelled is never taken again.
const moves: Readonly<Record<OrderState, readonly OrderState[]>> = {
  PENDING_PAYMENT: ['PAYMENT_DECLINED', 'PAID', 'EXPIRED', 'CANCELLED'],
  PAYMENT_DECLINED: ['PENDING_PAYMENT', 'PAID', 'EXPIRED', 'CANCELLED', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  PAID: ['CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  CONFIRMED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['REFUNDED'],
  REFUNDED: [],
  EXPIRED: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  CANCELLED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
};

export const mayMove = (from: OrderState, to: OrderState): boolean => moves[from].includes(to);

/** States in which an order waits for its buyer. */
export const isUnpaid = (state: OrderState): boolean => state === 'PENDING_PAYMENT' || state === 'PAYMENT_DECLINED';
