// How a Refund is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Order } from '../../domain/order.js';
import { Payment } from '../../domain/payment.js';
import { Refund } from '../../domain/refund.js';
import { amount, idColumn, idOf, instant, json, text } from './columns.js';

export const RefundRecord = new EntitySchema<Refund>({
  class: Refund,
  tableName: 'refunds',
  properties: {
    id: { ...idColumn, primary: true },
    orderId: idOf(() => Order, 'order_id'),
    paymentId: idOf(() => Payment, 'payment_id'),
    amountMinor: amount,
    currency: text,
    lineIds: json,
    reason: text,
    status: text,
    providerRef: { ...text, nullable: true },
    isApplied: { type: 'boolean' },
    tries: { type: 'integer' },
    createdAt: instant,
    dueAt: instant,
  },
  uniques: [{ name: 'refunds_provider_ref', properties: ['providerRef'] }],
  indexes: [
    { name: 'refunds_of', properties: ['orderId', 'createdAt'] },
    { name: 'refunds_due', expression: `create index "refunds_due" on "refunds" ("due_at") where "status" = 'DUE'` },
  ],
});
