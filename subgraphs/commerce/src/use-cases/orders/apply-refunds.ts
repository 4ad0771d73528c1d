// Applies money that went back: to the ledger at once, to the order as soon as the money itself is known to have come.
import type { ProviderRefund } from '../../data/stripe/payment-service.js';
import type { Unit } from '../../data/unit-of-work.js';
import { refundPosting } from '../../domain/ledger.js';
import type { Order } from '../../domain/order.js';
import { type OrderLine, stockLinesOf, sumOf } from '../../domain/order-line.js';
import type { Payment } from '../../domain/payment.js';
import { stateAfter } from '../../domain/payment-facts.js';
import { Refund } from '../../domain/refund.js';
import type { Rooms } from '../rooms.js';
import { announceRefunded } from './announce-order.js';
import { confirmWhenSettled } from './settle-lines.js';

interface Whole {
  readonly order: Order;
  readonly lines: OrderLine[];
  readonly payment: Payment;
}

/** What the payment service gave back, told by its answer or a webhook; once. Takes the order; false when it does not fit. */
export async function applyProviderRefund(
  rooms: Rooms,
  unit: Unit,
  orderId: string,
  given: ProviderRefund,
): Promise<boolean> {
  const order = await unit.orders.take(orderId);
  if (!order) return false;
  const payment = await unit.payments.ofOrder(order);
  const isOurs = given.payment_intent === payment.intentId && given.currency.toUpperCase() === payment.currency;
  if (!isOurs || given.status !== 'succeeded' || payment.refundedMinor + given.amount > payment.amountMinor)
    return false;
  const fact = { type: 'REFUNDED', ref: given.id, amountMinor: given.amount } as const;
  if (!(await unit.payments.note(payment, fact))) return true;

  const lines = await unit.orders.linesOf(order);
  const refund = await refundFor(rooms, unit, { order, lines, payment }, given);
  Object.assign(refund, { status: 'DONE', providerRef: given.id });
  const paidBack = lines.filter(({ id }) => refund.lineIds.includes(id));
  const amount = { amountMinor: given.amount, currency: payment.currency };
  await unit.ledger.post(refundPosting(given.id, order.id, amount, paidBack), rooms.mintId);
  payment.refundedMinor += given.amount;
  payment.status = stateAfter(payment.status, fact, payment);
  await unit.orders.keep();
  await applyRefunds(unit, { order, lines, payment });
  return true;
}

/** Our own row of it, or one for what was given at the payment service itself. */
async function refundFor(
  rooms: Rooms,
  unit: Unit,
  { order, lines, payment }: Whole,
  given: ProviderRefund,
): Promise<Refund> {
  const known = await unit.payments.refundsOf(order);
  const ours = known.find(
    ({ id, amountMinor }) => id === given.metadata?.['refund_id'] && amountMinor === given.amount,
  );
  if (ours) return ours;
  // Given outside: whole when it is all that was left, else an allowance that belongs to no line.
  const left = lines.filter(({ status }) => status !== 'REFUNDED' && status !== 'REFUNDING');
  const isAllThatIsLeft = given.amount === payment.amountMinor - payment.refundedMinor && sumOf(left) === given.amount;
  await unit.payments.addRefund(
    Object.assign(new Refund(), {
      id: rooms.mintId('Refund'),
      orderId: order.id,
      paymentId: payment.id,
      amountMinor: given.amount,
      currency: payment.currency,
      lineIds: isAllThatIsLeft ? left.map(({ id }) => id) : [],
      reason: 'OUTSIDE' as const,
      status: 'DUE' as const,
      providerRef: given.id,
      isApplied: false,
      tries: 0,
      createdAt: unit.now,
      dueAt: unit.now,
    }),
  );
  const added = (await unit.payments.refundsOf(order)).find(({ providerRef }) => providerRef === given.id);
  if (!added) throw new Error('a refund that was just written is not there');
  return added;
}

/** Brings the lines and the state of an order whose money came up to what went back of it. */
export async function applyRefunds(unit: Unit, { order, lines, payment }: Whole): Promise<void> {
  if (!payment.isCaptured) return;
  for (const refund of await unit.payments.refundsOf(order)) {
    if (refund.status !== 'DONE' || refund.isApplied) continue;
    refund.isApplied = true;
    const paidBack = lines.filter(({ id }) => refund.lineIds.includes(id));
    const returned = paidBack.filter(({ isSold }) => isSold);
    await unit.stock.putBack(stockLinesOf(returned), order.id);
    for (const line of returned) line.isSold = false;
    await unit.orders.mark(paidBack, 'REFUNDED');
    const to = payment.refundedMinor >= payment.amountMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    if (order.status !== to && order.status !== 'REFUNDED') await unit.orders.move(order, to);
    announceRefunded(unit, order, lines, { amountMinor: refund.amountMinor, refunded: paidBack });
  }
  await confirmWhenSettled(unit, order, lines);
}
