// A moment in the life of an order.
import type { OrderState } from './order-states.js';

export class OrderStep {
  constructor(
    readonly orderId: string,
    readonly status: OrderState,
    readonly at: Date,
  ) {}
}
