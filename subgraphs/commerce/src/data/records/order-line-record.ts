// How an OrderLine is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Order } from '../../domain/order.js';
import { OrderLine } from '../../domain/order-line.js';
import { amount, idColumn, idOf, instant, text } from './columns.js';

export const OrderLineRecord = new EntitySchema<OrderLine>({
  class: OrderLine,
  tableName: 'order_lines',
  properties: {
    id: { ...idColumn, primary: true },
    orderId: idOf(() => Order, 'order_id'),
    place: { type: 'integer' },
    itemId: idColumn,
    claimId: { ...idColumn, nullable: true },
    title: text,
    quantity: { type: 'integer' },
    unitMinor: amount,
    currency: text,
    heldUntil: { ...instant, nullable: true },
    status: text,
    isSold: { type: 'boolean' },
  },
  indexes: [
    { name: 'order_lines_of', properties: ['orderId', 'place'] },
    {
      name: 'order_lines_claims',
      expression: 'create index "order_lines_claims" on "order_lines" ("claim_id") where "claim_id" is not null',
    },
  ],
});
