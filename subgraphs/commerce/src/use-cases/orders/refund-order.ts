// An admin gives money back: for a whole order, or for some of its lines.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { AccessError, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { audited } from '@mosaic/schema/events/audit';
import { may } from '../../access.js';
import type { Order } from '../../domain/order.js';
import { isRefundable, type OrderLine, sumOf } from '../../domain/order-line.js';
import type { Payment } from '../../domain/payment.js';
import type { Refund } from '../../domain/refund.js';
import { refuse } from '../../domain/refusals.js';
import type { Rooms } from '../rooms.js';
import { oweRefund } from './owe-refund.js';

export interface RefundOrder {
  readonly orderId: string;
  /** Null: everything that was not refunded yet. */
  readonly lineIds: readonly string[] | null;
  readonly idempotencyKey: string;
}

/**
 * The id of the order; the money itself goes back by a sweep, at once when the payment service is there. Throws FORBIDDEN
 * for anybody but an admin. Refuses NOT_FOUND, NOT_REFUNDABLE, ALREADY_REFUNDED, IDEMPOTENCY_KEY_REUSED. Of two who
 * refund one line, one does.
 */
export function refundOrder(rooms: Rooms, viewer: Viewer, input: RefundOrder): Promise<Order['id'] | Refusal> {
  if (!may.refundOrders(viewer)) throw new AccessError('FORBIDDEN');
  const { orderId, lineIds, idempotencyKey } = input;
  const request = { actor: viewer.id, operation: 'refundOrder', key: idempotencyKey, input: { orderId, lineIds } };
  return rooms.transact((unit) =>
    unit.once<Order['id']>(request, async () => {
      const order = isIdOf('Order', orderId) ? await unit.orders.take(orderId) : null;
      if (!order) return refuse('NOT_FOUND').at('orderId');
      const [all, payment] = [await unit.orders.linesOf(order), await unit.payments.ofOrder(order)];
      const lines = chooseLines(all, lineIds);
      const refusal = refuseRefund(payment, await unit.payments.refundsOf(order), lines);
      if (refusal || !lines) return refusal ?? refuse('NOT_FOUND').at('lineIds');
      await oweRefund(rooms, unit, { order, payment, lines, reason: 'REQUESTED' });
      const details = { amountMinor: sumOf(lines), currency: order.currency, lines: lines.length };
      const act = { actorId: viewer.id, action: 'refundOrder', subjectId: order.id, details };
      unit.announce(announce(audited, order.id, act, unit.now));
      return order.id;
    }),
  );
}

/** Null when one of the ids is no line of the order. */
function chooseLines(all: readonly OrderLine[], lineIds: readonly string[] | null): OrderLine[] | null {
  if (lineIds === null) return all.filter(({ status }) => status !== 'REFUNDED' && status !== 'REFUNDING');
  const chosen = all.filter(({ id }) => lineIds.includes(id));
  return chosen.length === new Set(lineIds).size ? chosen : null;
}

function refuseRefund(payment: Payment, refunds: readonly Refund[], lines: OrderLine[] | null): Refusal | null {
  if (!payment.isCaptured) return refuse('NOT_REFUNDABLE').at('orderId');
  if (!lines) return refuse('NOT_FOUND').at('lineIds');
  if (lines.length === 0 || !lines.every(isRefundable)) return refuse('ALREADY_REFUNDED');
  const promised = refunds
    .filter(({ status }) => status !== 'FAILED')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return promised + sumOf(lines) > payment.amountMinor ? refuse('ALREADY_REFUNDED') : null;
}
