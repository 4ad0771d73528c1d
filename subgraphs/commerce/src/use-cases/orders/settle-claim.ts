// What the owner of a paid claim answered: it is the buyer's, or it cannot be had any more.
import type { Unit } from '../../data/unit-of-work.js';
import { isRefundable } from '../../domain/order-line.js';
import type { Rooms } from '../rooms.js';
import { oweRefund } from './owe-refund.js';
import { confirmWhenSettled } from './settle-lines.js';

export async function confirmClaim(unit: Unit, claim: { claimId: string; orderId: string }): Promise<void> {
  const order = await unit.orders.take(claim.orderId);
  if (!order) return;
  const lines = await unit.orders.linesOf(order);
  await unit.orders.mark(
    lines.filter(({ claimId, status }) => claimId === claim.claimId && status === 'AWAITING'),
    'CONFIRMED',
  );
  await confirmWhenSettled(unit, order, lines);
}

/** Money that was taken for it goes back; for an order in which it was not paid there is nothing to do. */
export async function releasePaidClaim(
  rooms: Rooms,
  unit: Unit,
  claim: { claimId: string; orderId: string },
): Promise<void> {
  const order = await unit.orders.take(claim.orderId);
  if (!order) return;
  const payment = await unit.payments.ofOrder(order);
  const lines = (await unit.orders.linesOf(order)).filter(
    (line) => line.claimId === claim.claimId && isRefundable(line),
  );
  if (!payment.isCaptured || lines.length === 0) return;
  await oweRefund(rooms, unit, { order, payment, lines, reason: 'CLAIM_RELEASED' });
}
