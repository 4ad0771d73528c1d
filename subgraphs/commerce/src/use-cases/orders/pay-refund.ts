// Has the payment service give money back that is owed.
import { later, type Milliseconds, minutes, seconds } from '@mosaic/kernel/values/time';
import { PaymentRefused, type ProviderRefund } from '../../data/stripe/payment-service.js';
import type { Payment } from '../../domain/payment.js';
import type { Refund } from '../../domain/refund.js';
import type { Rooms } from '../rooms.js';
import { applyProviderRefund } from './apply-refunds.js';

const LEASE = seconds(30);
const again = (tries: number): Milliseconds => Math.min(seconds(5) * 2 ** tries, minutes(60));

/** Settles one due refund; answers how many, 0 or 1. A service that does not answer is asked again, later and later. */
export async function payRefund(rooms: Rooms): Promise<number> {
  const due = await rooms.transact(async (unit) => {
    const id = await unit.payments.leaseDueRefund(LEASE);
    const refund = id === null ? null : await unit.payments.findRefund(id);
    const payment = refund && (await unit.payments.find(refund.paymentId));
    return refund && payment ? { refund, payment } : null;
  });
  if (!due) return 0;
  const { refund, payment } = due;
  try {
    const given = await give(rooms, refund, payment);
    await rooms.transact((unit) => applyProviderRefund(rooms, unit, refund.orderId, given));
  } catch (error) {
    const isOver = error instanceof PaymentRefused;
    const log = rooms.log[isOver ? 'error' : 'warning'].bind(rooms.log);
    log(isOver ? 'a refund was refused' : 'a refund waits', { refundId: refund.id, error });
    await rooms.transact(async (unit) => {
      const order = await unit.orders.take(refund.orderId);
      const fresh = order && (await unit.payments.refundsOf(order)).find(({ id }) => id === refund.id);
      if (fresh?.status !== 'DUE') return;
      fresh.tries += 1;
      if (isOver) fresh.status = 'FAILED';
      else fresh.dueAt = later(unit.now, again(fresh.tries));
      await unit.orders.keep();
    });
  }
  return 1;
}

/** NOTE: the service may forget an idempotency key after a day, so a refund that was tried before is looked for first. */
async function give({ payments }: Rooms, refund: Refund, payment: Payment): Promise<ProviderRefund> {
  if (payment.intentId === null) throw new Error('money that never came cannot go back');
  const earlier = await payments.findRefund(payment.intentId, refund.id);
  const { id: refundId, amountMinor } = refund;
  return earlier ?? payments.refund({ refundId, intentId: payment.intentId, amountMinor });
}
