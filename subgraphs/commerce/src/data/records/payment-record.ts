// How a Payment is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Order } from '../../domain/order.js';
import { Payment } from '../../domain/payment.js';
import { amount, idColumn, idOf, instant, text } from './columns.js';

export const PaymentRecord = new EntitySchema<Payment>({
  class: Payment,
  tableName: 'payments',
  properties: {
    id: { ...idColumn, primary: true },
    orderId: idOf(() => Order, 'order_id'),
    buyerId: idColumn,
    status: text,
    amountMinor: amount,
    currency: text,
    intentId: { ...text, nullable: true },
    clientSecret: { ...text, nullable: true },
    attempts: { type: 'integer' },
    isCaptured: { type: 'boolean' },
    refundedMinor: amount,
    createdAt: instant,
    dueAt: { ...instant, nullable: true },
  },
  uniques: [
    { name: 'payments_order', properties: ['orderId'] },
    { name: 'payments_intent', properties: ['intentId'] },
  ],
  indexes: [
    { name: 'payments_of_buyer', properties: ['buyerId', 'createdAt', 'id'] },
    {
      name: 'payments_due',
      expression: 'create index "payments_due" on "payments" ("due_at") where "due_at" is not null',
    },
  ],
});
