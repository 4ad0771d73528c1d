// Applies what the payment service tells by webhook. The event's inbox row stands or falls with its effect.
import type Stripe from 'stripe';
import type { Unit } from '../../data/unit-of-work.js';
import type { Rooms } from '../rooms.js';
import { applyIntent } from './apply-intent.js';
import { applyProviderRefund } from './apply-refunds.js';

const PROVIDER = 'stripe';

/** What came of it, for the log: an event that is not for us, or does not fit, is taken and changes nothing. */
export type WebhookOutcome = 'APPLIED' | 'KNOWN' | 'NOT_OURS' | 'DOES_NOT_FIT';

export const applyWebhook = (rooms: Rooms, event: Stripe.Event): Promise<WebhookOutcome> =>
  rooms.transact(async (unit) => {
    const effect = effectOf(rooms, event);
    if (!effect) return 'NOT_OURS';
    if (!(await unit.payments.isNewEvent(PROVIDER, event.id))) return 'KNOWN';
    return (await effect(unit)) ? 'APPLIED' : 'DOES_NOT_FIT';
  });

function effectOf(rooms: Rooms, event: Stripe.Event): ((unit: Unit) => Promise<boolean>) | null {
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.requires_action': {
      const intent = event.data.object;
      return async (unit) => {
        const payment = await unit.payments.findByIntent(intent.id);
        return payment !== null && applyIntent(rooms, unit, payment.orderId, intent);
      };
    }
    case 'refund.created':
    case 'refund.updated': {
      const refund = event.data.object;
      const intentId = typeof refund.payment_intent === 'string' ? refund.payment_intent : refund.payment_intent?.id;
      return async (unit) => {
        const payment = intentId === undefined ? null : await unit.payments.findByIntent(intentId);
        return payment !== null && applyProviderRefund(rooms, unit, payment.orderId, refund);
      };
    }
    default:
      return null;
  }
}
