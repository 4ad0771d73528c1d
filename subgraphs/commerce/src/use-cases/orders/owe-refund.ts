// Writes down that money is to go back. A sweep sees to it, so that it happens whatever is killed meanwhile.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Unit } from '../../data/unit-of-work.js';
import type { Order } from '../../domain/order.js';
import { type OrderLine, sumOf } from '../../domain/order-line.js';
import type { Payment } from '../../domain/payment.js';
import { Refund, type RefundReason } from '../../domain/refund.js';
import type { Rooms } from '../rooms.js';

interface Owed {
  readonly order: Order;
  readonly payment: Payment;
  readonly lines: readonly OrderLine[];
  readonly reason: RefundReason;
}

/** The lines are REFUNDING from now on. */
export async function oweRefund(
  rooms: Rooms,
  unit: Unit,
  { order, payment, lines, reason }: Owed,
): Promise<Id<'Refund'>> {
  const refund = Object.assign(new Refund(), {
    id: rooms.mintId('Refund'),
    orderId: order.id,
    paymentId: payment.id,
    amountMinor: sumOf(lines),
    currency: order.currency,
    lineIds: lines.map(({ id }) => id),
    reason,
    status: 'DUE' as const,
    providerRef: null,
    isApplied: false,
    tries: 0,
    createdAt: unit.now,
    dueAt: unit.now,
  });
  await unit.payments.addRefund(refund);
  await unit.orders.mark(lines, 'REFUNDING');
  return refund.id;
}
