// What the others hear of an order.
import { announce } from '@mosaic/kernel/outbox/event';
import { orderClosed, orderConfirmed, orderPaid, orderRefunded } from '@mosaic/schema/events/commerce';
import type { Unit } from '../../data/unit-of-work.js';
import { type Order, totalOf } from '../../domain/order.js';
import { claimsOf, type OrderLine } from '../../domain/order-line.js';

const about = (order: Order, lines: readonly OrderLine[]) => ({
  orderId: order.id,
  buyerId: order.buyerId,
  total: totalOf(order),
  claimIds: claimsOf(lines),
});

export const announcePaid = ({ now, announce: say }: Unit, order: Order, lines: readonly OrderLine[]): void =>
  say(announce(orderPaid, order.id, about(order, lines), now));

export const announceConfirmed = ({ now, announce: say }: Unit, order: Order, lines: readonly OrderLine[]): void =>
  say(announce(orderConfirmed, order.id, about(order, lines), now));

export const announceClosed = (
  { now, announce: say }: Unit,
  order: Order,
  lines: readonly OrderLine[],
  reason: 'EXPIRED' | 'CANCELLED',
): void => say(announce(orderClosed, order.id, { ...about(order, lines), reason }, now));

export const announceRefunded = (
  { now, announce: say }: Unit,
  order: Order,
  lines: readonly OrderLine[],
  refund: { amountMinor: number; refunded: readonly OrderLine[] },
): void => {
  const amount = { amountMinor: refund.amountMinor, currency: order.currency };
  const payload = { ...about(order, lines), amount, refundedClaimIds: claimsOf(refund.refunded) };
  say(announce(orderRefunded, order.id, payload, now));
};
