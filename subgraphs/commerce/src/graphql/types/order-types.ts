// Orders, as their buyer and the shop see them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID, Int } from 'type-graphql';
import { Order } from '../../domain/order.js';
import { OrderLine, orderLineStates } from '../../domain/order-line.js';
import { orderStates } from '../../domain/order-states.js';
import { OrderStep } from '../../domain/order-step.js';

export const OrderStatusEnum = enumOf('OrderStatus', 'Where an order stands.', orderStates);
export const OrderLineStatusEnum = enumOf('OrderLineStatus', 'Where a line of an order stands.', orderLineStates);

describeType(Order, 'Order', {
  implements: [Node],
  directives: ['@key(fields: "id")'],
  description: entities.Order.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    number: [() => String, 'What people call it, e.g. M-000123.'],
    status: [() => OrderStatusEnum, 'Where it stands.'],
    placedAt: [() => DateTime, 'When it was placed.'],
    reservedUntil: [() => DateTime, 'Until when it may be paid, while it is not.'],
  },
});

describeType(OrderLine, 'OrderLine', {
  description: 'Some of one thing in an order, at the name and price of that moment.',
  fields: {
    id: [() => ID, 'Opaque global id.'],
    title: [() => String, 'What it was called.'],
    quantity: [() => Int, 'How many.'],
    status: [() => OrderLineStatusEnum, 'Where it stands.'],
  },
});

describeType(OrderStep, 'OrderStep', {
  description: 'A moment in the life of an order.',
  fields: {
    status: [() => OrderStatusEnum, 'What it became.'],
    at: [() => DateTime, 'When.'],
  },
});

export const OrderConnection = connectionType('Order', Order);
