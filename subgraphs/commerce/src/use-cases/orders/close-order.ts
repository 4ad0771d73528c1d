// An order that will never be paid: cancelled by its buyer, or its time was over.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Unit } from '../../data/unit-of-work.js';
import type { Order } from '../../domain/order.js';
import { stockLinesOf } from '../../domain/order-line.js';
import { isUnpaid } from '../../domain/order-states.js';
import { refuse } from '../../domain/refusals.js';
import type { Rooms } from '../rooms.js';
import { announceClosed } from './announce-order.js';

/** The id. Refuses NOT_FOUND, and ORDER_STATE for what is paid or over: of two who cancel, one does. */
export const cancelOrder = ({ transact }: Rooms, viewer: Viewer, orderId: string): Promise<Order['id'] | Refusal> =>
  transact(async (unit) => {
    const order = isIdOf('Order', orderId) ? await unit.orders.takeOf(viewer.id, orderId) : null;
    if (!order) return refuse('NOT_FOUND').at('orderId');
    if (!isUnpaid(order.status)) return refuse('ORDER_STATE', { state: order.status }).at('orderId');
    await closeOrder(unit, order, 'CANCELLED');
    return order.id;
  });

/** Closes one order whose time is over; answers how many, 0 or 1. */
export const expireOrder = ({ transact }: Rooms): Promise<number> =>
  transact(async (unit) => {
    const order = await unit.orders.takeDue();
    if (!order) return 0;
    await closeOrder(unit, order, 'EXPIRED');
    return 1;
  });

async function closeOrder(unit: Unit, order: Order, reason: 'EXPIRED' | 'CANCELLED'): Promise<void> {
  const lines = await unit.orders.linesOf(order);
  if (order.holdsStock) await unit.stock.release(stockLinesOf(lines));
  order.holdsStock = false;
  const payment = await unit.payments.ofOrder(order);
  // The payment service is told to take nothing any more; when it has, that is found out by the same asking.
  if (payment.intentId === null) payment.status = 'CANCELLED';
  else payment.dueAt = unit.now;
  await unit.orders.move(order, reason);
  announceClosed(unit, order, lines, reason);
}
