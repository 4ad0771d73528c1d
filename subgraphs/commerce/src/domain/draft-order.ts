// Makes an order of what is in a cart. The prices are the server's, of this moment.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id, MintId } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { Order, payableUntil } from './order.js';
import { OrderLine, sumOf } from './order-line.js';
import { Payment } from './payment.js';
import { refuse } from './refusals.js';

/** What a cart offers for sale now. */
export interface OfferedLine {
  readonly itemId: string;
  readonly claimId: string | null;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly heldUntil: Date | null;
}

export interface DraftOrder {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly payment: Payment;
}

/**
 * Refuses CART_EMPTY, CURRENCY_MISMATCH, NOTHING_TO_PAY, and PRICE_CHANGED when the sum is not what the buyer saw.
 * A claim that its owner holds no longer is left out, so the sum shows it.
 */
export function draftOrder(
  offered: readonly OfferedLine[],
  expectedTotal: Money,
  { buyerId, now, mintId }: { buyerId: Id<'User'>; now: Date; mintId: MintId },
): DraftOrder | Refusal {
  const living = offered.filter(({ heldUntil }) => heldUntil === null || heldUntil > now);
  const currency = living[0]?.unitPrice.currency;
  if (currency === undefined) return refuse('CART_EMPTY');
  if (living.some(({ unitPrice }) => unitPrice.currency !== currency)) return refuse('CURRENCY_MISMATCH', { currency });

  const orderId = mintId('Order');
  const lines = living.map(({ unitPrice, ...line }, place) =>
    Object.assign(new OrderLine(), {
      ...line,
      id: mintId('OrderLine'),
      orderId,
      place,
      unitMinor: unitPrice.amountMinor,
      currency,
      status: 'UNPAID' as const,
      isSold: false,
    }),
  );
  const totalMinor = sumOf(lines);
  if (expectedTotal.amountMinor !== totalMinor || expectedTotal.currency !== currency)
    return refuse('PRICE_CHANGED', { totalMinor, currency }).at('expectedTotal');
  if (totalMinor === 0) return refuse('NOTHING_TO_PAY');
  const order = Object.assign(new Order(), {
    id: orderId,
    number: '', // given when it is written
    buyerId,
    status: 'PENDING_PAYMENT' as const,
    totalMinor,
    currency,
    placedAt: now,
    reservedUntil: payableUntil(now, lines),
    holdsStock: true,
  });
  const payment = Object.assign(new Payment(), {
    id: mintId('Payment'),
    orderId,
    buyerId,
    status: 'CREATED' as const,
    amountMinor: totalMinor,
    currency,
    intentId: null,
    clientSecret: null,
    attempts: 0,
    isCaptured: false,
    refundedMinor: 0,
    createdAt: now,
    dueAt: null,
  });
  return { order, lines, payment };
}
