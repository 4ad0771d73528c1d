// How an Order is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Order } from '../../domain/order.js';
import { amount, idColumn, instant, text } from './columns.js';

export const OrderRecord = new EntitySchema<Order>({
  class: Order,
  tableName: 'orders',
  properties: {
    id: { ...idColumn, primary: true },
    number: text,
    buyerId: idColumn,
    status: text,
    totalMinor: amount,
    currency: text,
    placedAt: instant,
    reservedUntil: instant,
    holdsStock: { type: 'boolean' },
  },
  uniques: [{ name: 'orders_number', properties: ['number'] }],
  indexes: [
    { name: 'orders_of_buyer', properties: ['buyerId', 'placedAt', 'id'] },
    { name: 'orders_by_status', properties: ['status', 'placedAt', 'id'] },
    { name: 'orders_placed', properties: ['placedAt', 'id'] },
    {
      name: 'orders_due',
      expression: `create index "orders_due" on "orders" ("reserved_until") where "status" in ('PENDING_PAYMENT', 'PAYMENT_DECLINED')`,
    },
  ],
});
