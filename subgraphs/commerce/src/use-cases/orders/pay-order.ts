// Pays an order. The payment service is asked outside of any transaction, and whatever it answers is applied in one of its
// own: a crash between the two is found out by the sweep that asks how the intent stands.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { later, seconds } from '@mosaic/kernel/values/time';
import { type Intent, PaymentRefused } from '../../data/stripe/payment-service.js';
import type { Unit } from '../../data/unit-of-work.js';
import { type Order, payableUntil } from '../../domain/order.js';
import { stockLinesOf } from '../../domain/order-line.js';
import { isUnpaid } from '../../domain/order-states.js';
import type { Payment } from '../../domain/payment.js';
import { refuse } from '../../domain/refusals.js';
import type { Rooms } from '../rooms.js';
import { applyIntent } from './apply-intent.js';

export interface PayOrder {
  readonly orderId: string;
  /** Null when the browser confirms the intent itself, with the payment's client secret. */
  readonly paymentMethod: string | null;
  readonly idempotencyKey: string;
}

/** What one try is, however often it is carried out. */
interface Attempt {
  readonly orderId: Order['id'];
  readonly paymentId: Payment['id'];
  readonly attempt: number;
}

/** How long an answer may take to arrive by itself, before the sweep asks for it. */
const ASK_AFTER = seconds(30);

/**
 * The id of the order, whose state tells what came of it: also PAYMENT_DECLINED is an outcome. The same key carries the
 * same try on, and never charges twice. Refuses NOT_FOUND, ORDER_STATE, ORDER_TIME_OVER, CLAIM_OVER, INSUFFICIENT_STOCK,
 * PAYMENT_METHOD_REFUSED, PAYMENT_UNAVAILABLE, IDEMPOTENCY_KEY_REUSED.
 */
export async function payOrder(rooms: Rooms, viewer: Viewer, input: PayOrder): Promise<Order['id'] | Refusal> {
  const attempt = await beginAttempt(rooms, viewer, input);
  if (isRefusal(attempt)) return attempt;
  try {
    const intentId = await intentFor(rooms, attempt);
    if (isRefusal(intentId)) return intentId;
    if (input.paymentMethod === null) return attempt.orderId;
    const key = `${attempt.paymentId}-${attempt.attempt}`;
    const intent = await confirmed(rooms, intentId, input.paymentMethod, key);
    if (isRefusal(intent)) return intent;
    await rooms.transact((unit) => applyIntent(rooms, unit, attempt.orderId, intent));
    return attempt.orderId;
  } catch (error) {
    if (error instanceof PaymentRefused) throw error;
    rooms.log.warning('a payment has no answer yet', { paymentId: attempt.paymentId, error });
    return refuse('PAYMENT_UNAVAILABLE');
  }
}

const beginAttempt = ({ transact }: Rooms, viewer: Viewer, input: PayOrder): Promise<Attempt | Refusal> =>
  transact((unit) => {
    const { idempotencyKey, ...rest } = input;
    const request = { actor: viewer.id, operation: 'payOrder', key: idempotencyKey, input: { ...rest } };
    return unit.once<Attempt>(request, async () => {
      const order = isIdOf('Order', input.orderId) ? await unit.orders.takeOf(viewer.id, input.orderId) : null;
      if (!order) return refuse('NOT_FOUND').at('orderId');
      const refusal = await makePayable(unit, order);
      if (refusal) return refusal;
      const payment = await unit.payments.ofOrder(order);
      payment.attempts += 1;
      payment.status = 'PENDING';
      // From here on money may move, so from here on somebody asks.
      payment.dueAt = later(unit.now, ASK_AFTER);
      await unit.orders.keep();
      return { orderId: order.id, paymentId: payment.id, attempt: payment.attempts };
    });
  });

/** An order that was declined gets its stock and its time anew. */
async function makePayable(unit: Unit, order: Order): Promise<Refusal | null> {
  if (!isUnpaid(order.status)) return refuse('ORDER_STATE', { state: order.status }).at('orderId');
  if (order.reservedUntil <= unit.now) return refuse('ORDER_TIME_OVER').at('orderId');
  if (order.status === 'PENDING_PAYMENT') return null;
  const lines = await unit.orders.linesOf(order);
  const until = payableUntil(unit.now, lines);
  if (until <= unit.now) return refuse('CLAIM_OVER').at('orderId');
  const [short] = await unit.stock.reserve(stockLinesOf(lines));
  if (short) return refuse('INSUFFICIENT_STOCK', { available: short.available, itemId: short.variantId });
  Object.assign(order, { holdsStock: true, reservedUntil: until });
  await unit.orders.move(order, 'PENDING_PAYMENT');
  return null;
}

/** The id of the order's one intent, kept before anybody may pay by it; the key makes twins agree on it. */
async function intentFor({ transact, payments }: Rooms, { orderId, paymentId }: Attempt): Promise<string | Refusal> {
  const payment = await transact((unit) => unit.payments.find(paymentId));
  if (payment === null) return refuse('NOT_FOUND').at('orderId');
  if (payment.intentId !== null) return payment.intentId;
  const { amountMinor, currency } = payment;
  const intent = await payments.createIntent({ paymentId, orderId, amountMinor, currency });
  return transact(async (unit) => {
    const order = await unit.orders.take(orderId);
    if (!order) return refuse('NOT_FOUND').at('orderId');
    const fresh = await unit.payments.ofOrder(order);
    if (await unit.payments.note(fresh, { type: 'INTENT_CREATED', ref: intent.id }))
      Object.assign(fresh, { intentId: intent.id, clientSecret: intent.client_secret });
    fresh.dueAt = later(unit.now, ASK_AFTER);
    await unit.orders.keep();
    return isUnpaid(order.status) ? intent.id : refuse('ORDER_STATE', { state: order.status }).at('orderId');
  });
}

/** The intent after the card was asked, whatever the card said. */
async function confirmed(
  { payments }: Rooms,
  intentId: string,
  paymentMethod: string,
  key: string,
): Promise<Intent | Refusal> {
  try {
    return await payments.confirm(intentId, paymentMethod, key);
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
    return error.intent ?? refuse('PAYMENT_METHOD_REFUSED').at('paymentMethod');
  }
}
