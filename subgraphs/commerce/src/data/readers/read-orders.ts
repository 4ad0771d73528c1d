// Reads orders, payments and what hangs on them. Whose they are is checked by who asks.
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { Page } from '@mosaic/kernel/paging/page';
import type { Period } from '@mosaic/schema/period';
import { Order } from '../../domain/order.js';
import { OrderLine } from '../../domain/order-line.js';
import type { OrderState } from '../../domain/order-states.js';
import { OrderStep } from '../../domain/order-step.js';
import { Payment } from '../../domain/payment.js';
import { PaymentEvent } from '../../domain/payment-event.js';
import type { PaymentFactType } from '../../domain/payment-facts.js';

const listOf = (ids: readonly string[]): string => ids.map(() => '?').join(', ');

export const readOrders = (fork: () => EntityManager) => {
  /** One page of rows, in list order, and one more when there is more. Latest first. */
  const pageOf = async <T extends object>(
    type: new () => T,
    moment: string,
    where: Record<string, unknown>,
    { size, direction, after, before }: Page,
  ): Promise<T[]> => {
    const isForward = direction === 'forward';
    const beyond = (key: readonly unknown[], sign: '$lt' | '$gt') => ({
      $or: [
        { [moment]: { [sign]: new Date(String(key[0])) } },
        { [moment]: new Date(String(key[0])), id: { [sign]: key[1] } },
      ],
    });
    const bounds = [...(after ? [beyond(after, '$lt')] : []), ...(before ? [beyond(before, '$gt')] : [])];
    const rows = await fork().find(type, { $and: [where, ...bounds] } as FilterQuery<T>, {
      orderBy: { [moment]: isForward ? 'desc' : 'asc', id: isForward ? 'desc' : 'asc' } as never,
      limit: size + 1,
      disableIdentityMap: true,
    });
    return (isForward ? rows : rows.reverse()) as T[];
  };

  return {
    /** In any order; only those there are. One query each. */
    byIds: (ids: readonly string[]): Promise<Order[]> =>
      fork().find(Order, { id: { $in: [...ids] } } as object, { disableIdentityMap: true }),
    paymentsByIds: (ids: readonly string[]): Promise<Payment[]> =>
      fork().find(Payment, { id: { $in: [...ids] } } as object, { disableIdentityMap: true }),
    paymentsOf: (orderIds: readonly string[]): Promise<Payment[]> =>
      fork().find(Payment, { orderId: { $in: [...orderIds] } } as object, { disableIdentityMap: true }),
    linesOf: (orderIds: readonly string[]): Promise<OrderLine[]> =>
      fork().find(OrderLine, { orderId: { $in: [...orderIds] } } as object, {
        orderBy: { place: 'asc' },
        disableIdentityMap: true,
      }),

    /** Products of which most units were paid for in orders placed since, the best sold first, equals by id. */
    async bestSold(since: Date, limit: number): Promise<string[]> {
      const rows = await fork().execute<{ product_id: string }[]>(
        `select v.product_id from orders o join order_lines l on l.order_id = o.id
           join product_variants v on v.id = l.item_id join products p on p.id = v.product_id
         where o.placed_at >= ? and l.status in ('AWAITING', 'CONFIRMED') and not p.is_archived
         group by v.product_id order by sum(l.quantity) desc, v.product_id limit ?`,
        [since, limit],
      );
      return rows.map(({ product_id }) => product_id);
    },

    async stepsOf(orderIds: readonly string[]): Promise<OrderStep[]> {
      const sql = `select order_id, status, at from order_steps where order_id in (${listOf(orderIds)}) order by seq`;
      const rows = await fork().execute<{ order_id: string; status: OrderState; at: Date }[]>(sql, [...orderIds]);
      return rows.map(({ order_id, status, at }) => new OrderStep(order_id, status, new Date(at)));
    },

    async eventsOf(paymentIds: readonly string[]): Promise<PaymentEvent[]> {
      const sql = `select payment_id, type, at from payment_events where payment_id in (${listOf(paymentIds)}) order by seq`;
      const rows = await fork().execute<{ payment_id: string; type: PaymentFactType; at: Date }[]>(sql, [
        ...paymentIds,
      ]);
      return rows.map(({ payment_id, type, at }) => new PaymentEvent(payment_id, type, new Date(at)));
    },

    ofBuyer: (buyerId: string, page: Page): Promise<Order[]> => pageOf(Order, 'placedAt', { buyerId }, page),
    all: (status: OrderState | null, page: Page): Promise<Order[]> =>
      pageOf(Order, 'placedAt', status === null ? {} : { status }, page),
    paymentsOfBuyer: (buyerId: string, page: Page): Promise<Payment[]> =>
      pageOf(Payment, 'createdAt', { buyerId }, page),

    /** Orders placed in the period, whatever became of them. */
    countWithin: ({ from, to }: Period): Promise<number> =>
      fork().count(Order, { placedAt: { $gte: from, $lt: to } } as object),
  };
};
