// Root fields that change orders.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checkout } from '../use-cases/orders/checkout.js';
import { cancelOrder } from '../use-cases/orders/close-order.js';
import { payOrder } from '../use-cases/orders/pay-order.js';
import { refundOrder } from '../use-cases/orders/refund-order.js';
import type { CommerceContext } from './context.js';
import {
  CancelOrderInput,
  CancelOrderPayload,
  CheckoutInput,
  CheckoutPayload,
  PayOrderInput,
  PayOrderPayload,
  RefundOrderInput,
  RefundOrderPayload,
} from './types/order-payloads.js';

const shown = async (outcome: string | Refusal, { load }: CommerceContext) =>
  payload('order', isRefusal(outcome) ? outcome : await load.order.clear(outcome).load(outcome));

@Resolver()
export class OrderMutations {
  @Mutation(() => CheckoutPayload, {
    description:
      'Makes an order of the viewer’s cart and reserves its stock for 15 minutes. Refuses CART_EMPTY, PRICE_CHANGED, CURRENCY_MISMATCH, NOTHING_TO_PAY, INSUFFICIENT_STOCK, IDEMPOTENCY_KEY_REUSED.',
  })
  async checkout(
    @Arg('input', () => CheckoutInput, { description: 'What the buyer expects.' }) input: CheckoutInput,
    @Ctx() context: CommerceContext,
  ) {
    return shown(await checkout(context.rooms, viewerOf(context.call), input), context);
  }

  @Mutation(() => PayOrderPayload, {
    description:
      'Pays an order. The order tells what came of it: PAID or CONFIRMED, PAYMENT_DECLINED, or PENDING_PAYMENT while the card’s owner is asked. Refuses NOT_FOUND, ORDER_STATE, ORDER_TIME_OVER, CLAIM_OVER, INSUFFICIENT_STOCK, PAYMENT_METHOD_REFUSED, PAYMENT_UNAVAILABLE, IDEMPOTENCY_KEY_REUSED.',
  })
  async payOrder(
    @Arg('input', () => PayOrderInput, { description: 'Which order and how.' }) input: PayOrderInput,
    @Ctx() context: CommerceContext,
  ) {
    const { orderId, paymentMethod = null, idempotencyKey } = input;
    const attempt = { orderId, paymentMethod, idempotencyKey };
    return shown(await payOrder(context.rooms, viewerOf(context.call), attempt), context);
  }

  @Mutation(() => CancelOrderPayload, {
    description: 'Gives up an order that is not paid. Refuses NOT_FOUND and ORDER_STATE.',
  })
  async cancelOrder(
    @Arg('input', () => CancelOrderInput, { description: 'Which.' }) { orderId }: CancelOrderInput,
    @Ctx() context: CommerceContext,
  ) {
    return shown(await cancelOrder(context.rooms, viewerOf(context.call), orderId), context);
  }

  @Mutation(() => RefundOrderPayload, {
    description:
      'Gives money back, for a whole order or for lines; it leaves within seconds. For admins. Refuses NOT_FOUND, NOT_REFUNDABLE, ALREADY_REFUNDED, IDEMPOTENCY_KEY_REUSED.',
  })
  async refundOrder(
    @Arg('input', () => RefundOrderInput, { description: 'What.' }) input: RefundOrderInput,
    @Ctx() context: CommerceContext,
  ) {
    const { orderId, lineIds = null, idempotencyKey } = input;
    const wish = { orderId, lineIds, idempotencyKey };
    return shown(await refundOrder(context.rooms, viewerOf(context.call), wish), context);
  }
}
