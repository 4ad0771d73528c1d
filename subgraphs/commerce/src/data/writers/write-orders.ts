// Writes orders and their lines. Whoever holds an order (`take`) holds its lines, its payment and its refunds with it.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DraftOrder } from '../../domain/draft-order.js';
import { Order, orderNumber } from '../../domain/order.js';
import { OrderLine, type OrderLineState } from '../../domain/order-line.js';
import { mayMove, type OrderState } from '../../domain/order-states.js';
import { Payment } from '../../domain/payment.js';

export const writeOrders = (em: EntityManager, now: Date) => {
  const step = (orderId: string, status: OrderState) =>
    em.execute('insert into order_steps (order_id, status, at) values (?, ?, ?)', [orderId, status, now], 'run');
  const take = (id: string): Promise<Order | null> =>
    em.findOne(Order, { id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE });

  return {
    take,

    /** Null when there is none, or it is somebody else's. */
    async takeOf(buyerId: string, id: string): Promise<Order | null> {
      const order = await take(id);
      return order?.buyerId === buyerId ? order : null;
    },

    /** One unpaid order whose time is over; null when there is none that nobody else is at. */
    async takeDue(): Promise<Order | null> {
      const [due] = await em.execute<{ id: string }[]>(
        `select id from orders where status in ('PENDING_PAYMENT', 'PAYMENT_DECLINED') and reserved_until <= ?
         order by reserved_until limit 1 for update skip locked`,
        [now],
      );
      return due ? take(due.id) : null;
    },

    /** The orders, not locked, that a claim was paid in. */
    async idsWithClaim(claimId: string, orderId: string): Promise<string[]> {
      const rows = await em.execute<{ order_id: string }[]>(
        'select order_id from order_lines where claim_id = ? and order_id = ?',
        [claimId, orderId],
      );
      return rows.map(({ order_id }) => order_id);
    },

    linesOf: (order: Order): Promise<OrderLine[]> =>
      em.find(OrderLine, { orderId: order.id } as object, { orderBy: { place: 'asc' } }),

    /** Gives it its number. */
    async add({ order, lines, payment }: DraftOrder): Promise<void> {
      const [row] = await em.execute<{ n: string }[]>("select nextval('order_numbers') as n");
      order.number = orderNumber(Number(row?.n));
      await em.insert(Order, order);
      await em.insertMany(OrderLine, [...lines]);
      await em.insert(Payment, payment);
      await step(order.id, order.status);
    },

    /** Throws when the table of moves does not allow it: whoever calls has asked before. */
    async move(order: Order, to: OrderState): Promise<void> {
      if (!mayMove(order.status, to)) throw new Error(`an order does not go from ${order.status} to ${to}`);
      order.status = to;
      await em.flush();
      await step(order.id, to);
    },

    async mark(lines: readonly OrderLine[], status: OrderLineState): Promise<void> {
      for (const line of lines) line.status = status;
      await em.flush();
    },

    /** Keeps what was changed in entities that were taken here. */
    keep: (): Promise<void> => em.flush(),
  };
};
