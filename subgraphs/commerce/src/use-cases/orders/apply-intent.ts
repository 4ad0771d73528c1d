// Applies how an intent stands at the payment service, whoever told: the answer to a call, a webhook, or a sweep that asked.
import type { Intent } from '../../data/stripe/payment-service.js';
import type { Unit } from '../../data/unit-of-work.js';
import { capturePosting } from '../../domain/ledger.js';
import type { Order } from '../../domain/order.js';
import { payableUntil } from '../../domain/order.js';
import { type OrderLine, stockLinesOf } from '../../domain/order-line.js';
import type { Payment } from '../../domain/payment.js';
import { type PaymentFact, stateAfter } from '../../domain/payment-facts.js';
import type { Rooms } from '../rooms.js';
import { applyRefunds } from './apply-refunds.js';
import { oweRefund } from './owe-refund.js';
import { payOff } from './settle-lines.js';

/** The fact that a snapshot tells; null while there is nothing to tell. */
export function factOf(intent: Intent): PaymentFact | null {
  const charge = typeof intent.latest_charge === 'string' ? intent.latest_charge : (intent.latest_charge?.id ?? null);
  const amountMinor = intent.amount;
  if (intent.status === 'succeeded') return { type: 'CAPTURED', ref: charge ?? intent.id, amountMinor };
  if (intent.status === 'canceled') return { type: 'CANCELLED', ref: intent.id, amountMinor };
  if (intent.status === 'requires_action') return { type: 'ACTION_REQUIRED', ref: intent.id, amountMinor };
  const failed = intent.last_payment_error;
  if (intent.status === 'requires_payment_method' && failed)
    return { type: 'DECLINED', ref: failed.charge ?? charge ?? intent.id, amountMinor };
  return null;
}

/** False when it does not fit the payment: another amount, currency or intent. Then nothing was changed. */
export const fits = (payment: Payment, intent: Intent): boolean =>
  payment.intentId === intent.id &&
  payment.amountMinor === intent.amount &&
  payment.currency === intent.currency.toUpperCase() &&
  (intent.status !== 'succeeded' || intent.amount_received === payment.amountMinor);

/** Each fact has one effect. Takes the order; false when the intent does not fit. */
export async function applyIntent(rooms: Rooms, unit: Unit, orderId: string, intent: Intent): Promise<boolean> {
  const order = await unit.orders.take(orderId);
  if (!order) return false;
  const payment = await unit.payments.ofOrder(order);
  if (!fits(payment, intent)) return false;
  const fact = factOf(intent);
  if (fact && (await unit.payments.note(payment, fact))) {
    payment.status = stateAfter(payment.status, fact, payment);
    const lines = await unit.orders.linesOf(order);
    if (fact.type === 'CAPTURED') await capture(rooms, unit, { order, lines, payment }, fact.ref);
    if (fact.type === 'DECLINED' && !payment.isCaptured) await decline(unit, order, lines);
  }
  await unit.orders.keep();
  return true;
}

async function decline(unit: Unit, order: Order, lines: readonly OrderLine[]): Promise<void> {
  if (order.status !== 'PENDING_PAYMENT') return;
  if (order.holdsStock) await unit.stock.release(stockLinesOf(lines));
  order.holdsStock = false;
  order.reservedUntil = payableUntil(unit.now, lines);
  await unit.orders.move(order, 'PAYMENT_DECLINED');
}

interface Whole {
  order: Order;
  lines: OrderLine[];
  payment: Payment;
}

/** The money is there. Goods that are reserved no longer are taken again; when they are gone, the money goes back. */
async function capture(rooms: Rooms, unit: Unit, { order, lines, payment }: Whole, ref: string): Promise<void> {
  if (!(await unit.ledger.post(capturePosting(ref, order.id, order.currency, lines), rooms.mintId))) return;
  payment.isCaptured = true;
  payment.dueAt = null;
  const isWanted = order.status !== 'CANCELLED';
  const isReserved = order.holdsStock || (isWanted && (await unit.stock.reserve(stockLinesOf(lines))).length === 0);
  if (isReserved) await payOff(unit, order, lines);
  else if (!(await isPaidBack(unit, order, payment)))
    await oweRefund(rooms, unit, { order, payment, lines, reason: 'TOO_LATE' });
  await applyRefunds(unit, { order, lines, payment });
}

/** Whether all of it went back before we heard that it came. */
const isPaidBack = async (unit: Unit, order: Order, payment: Payment): Promise<boolean> =>
  (await unit.payments.refundsOf(order))
    .filter(({ status }) => status !== 'FAILED')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0) >= payment.amountMinor;
