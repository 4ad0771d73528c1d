// Asks the payment service how a payment stands that we should have heard of: whatever was killed between its answer and
// our commit, no money is lost and none is taken twice.
import { later, minutes, seconds } from '@mosaic/kernel/values/time';
import { type Intent, PaymentRefused } from '../../data/stripe/payment-service.js';
import { isUnpaid } from '../../domain/order-states.js';
import type { Payment } from '../../domain/payment.js';
import type { Rooms } from '../rooms.js';
import { applyIntent } from './apply-intent.js';

const LEASE = seconds(30);
const ASK_AGAIN_AFTER = minutes(1);

/** Settles one due payment; answers how many, 0 or 1. Throws when the service does not answer: the lease runs out. */
export async function reconcilePayment(rooms: Rooms): Promise<number> {
  const { transact, payments } = rooms;
  // Leased in a transaction of its own: elsewhere an order is taken before its payment.
  const id = await transact((unit) => unit.payments.leaseDue(LEASE));
  if (id === null) return 0;
  const [payment, isOpen] = await transact(async (unit) => {
    const found = await unit.payments.find(id);
    const order = found && (await unit.orders.take(found.orderId));
    return [found, order ? isUnpaid(order.status) : false] as const;
  });
  if (!payment) return 0;
  const intent = payment.intentId === null ? null : await standing(payments, payment.intentId, isOpen);
  await transact(async (unit) => {
    if (intent) await applyIntent(rooms, unit, payment.orderId, intent);
    const order = await unit.orders.take(payment.orderId);
    if (!order) return;
    const fresh = await unit.payments.ofOrder(order);
    // An intent that still waits is asked for again; one that was never made, or is over, is not.
    fresh.dueAt = isWaiting(fresh, intent) ? later(unit.now, ASK_AGAIN_AFTER) : null;
    await unit.orders.keep();
  });
  return 1;
}

const isWaiting = (payment: Payment, intent: Intent | null): boolean =>
  intent !== null && !payment.isCaptured && intent.status !== 'canceled' && intent.status !== 'succeeded';

/** How it stands; of an order that is over the intent is ended first, unless its money is there already. */
async function standing(payments: Rooms['payments'], intentId: string, isOpen: boolean): Promise<Intent> {
  if (isOpen) return payments.retrieve(intentId);
  try {
    return await payments.cancel(intentId);
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
    return payments.retrieve(intentId);
  }
}
