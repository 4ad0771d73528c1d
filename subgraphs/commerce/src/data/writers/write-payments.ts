// Writes payments, what the payment service told of them, and refunds. Their order is taken first.
import type { EntityManager } from '@mikro-orm/postgresql';
import { later, type Milliseconds } from '@mosaic/kernel/values/time';
import type { Order } from '../../domain/order.js';
import { Payment } from '../../domain/payment.js';
import type { PaymentFact } from '../../domain/payment-facts.js';
import { Refund } from '../../domain/refund.js';

export const writePayments = (em: EntityManager, now: Date) => {
  /** Leases one due row, so that nobody else asks the payment service for it meanwhile. */
  const lease = async (table: 'payments' | 'refunds', guard: string, by: Milliseconds): Promise<string | null> => {
    const [row] = await em.execute<{ id: string }[]>(
      `update ${table} set due_at = ? where id =
         (select id from ${table} where ${guard} and due_at <= ? order by due_at limit 1 for update skip locked)
       returning id`,
      [later(now, by), now],
    );
    return row?.id ?? null;
  };
  const ofOrder = async (order: Order): Promise<Payment> => em.findOneOrFail(Payment, { orderId: order.id } as object);

  return {
    ofOrder,

    /** Not locked: it says which order to take. */
    findByIntent: (intentId: string): Promise<Payment | null> =>
      em.findOne(Payment, { intentId } as object, { disableIdentityMap: true }),
    find: (id: string): Promise<Payment | null> => em.findOne(Payment, { id } as object, { disableIdentityMap: true }),

    /** False when it was told before. */
    async note(payment: Payment, { type, ref }: Pick<PaymentFact, 'type' | 'ref'>): Promise<boolean> {
      const rows = await em.execute<object[]>(
        `insert into payment_events (payment_id, type, ref, at) values (?, ?, ?, ?)
         on conflict do nothing returning seq`,
        [payment.id, type, ref, now],
      );
      return rows.length === 1;
    },

    /** False when the event had its effect before; a twin that is still at it is waited for. */
    async isNewEvent(provider: string, eventId: string): Promise<boolean> {
      const rows = await em.execute<object[]>(
        `insert into provider_inbox (provider, event_id, applied_at) values (?, ?, ?)
         on conflict do nothing returning event_id`,
        [provider, eventId, now],
      );
      return rows.length === 1;
    },

    leaseDue: (by: Milliseconds) => lease('payments', 'due_at is not null', by),
    leaseDueRefund: (by: Milliseconds) => lease('refunds', "status = 'DUE'", by),

    async addRefund(refund: Refund): Promise<void> {
      await em.insert(Refund, refund);
    },

    findRefund: (id: string): Promise<Refund | null> =>
      em.findOne(Refund, { id } as object, { disableIdentityMap: true }),

    refundsOf: (order: Order): Promise<Refund[]> =>
      em.find(Refund, { orderId: order.id } as object, { orderBy: { createdAt: 'asc', id: 'asc' } }),
  };
};
