// What a card does to an intent: pays it, declines, or asks its owner first.
import { epochSeconds, newId } from '../objects/new-id.js';
import type { Charge, PaymentIntent } from '../objects/shapes.js';
import { type CardBehaviour, testCard } from '../objects/test-cards.js';
import { missing, StripeError } from '../wire/stripe-error.js';
import type { Desk } from './desk.js';

/** The intent as it is now. Throws the 402 of a declined card, with everything about it kept before. */
export function chargeCard(desk: Desk, intent: PaymentIntent, paymentMethod: string): PaymentIntent {
  const card = testCard(paymentMethod);
  if (!card) throw missing('PaymentMethod', paymentMethod, 'payment_method');
  if (card.does === 'ask') return askOwner(desk, intent, paymentMethod);
  if (card.does === 'decline') throw decline(desk, intent, paymentMethod, card);
  return succeed(desk, { ...intent, payment_method: paymentMethod });
}

/** The intent paid, by the payment method that it names. */
export function succeed(desk: Desk, intent: PaymentIntent): PaymentIntent {
  const charge = desk.books.put('charges', chargeFor(intent, intent.payment_method!, null));
  const paid = desk.books.put('intents', {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    status: 'succeeded',
  });
  desk.happened('charge.succeeded', charge);
  desk.happened('payment_intent.succeeded', paid);
  return paid;
}

function askOwner(desk: Desk, intent: PaymentIntent, paymentMethod: string): PaymentIntent {
  const asked = desk.books.put('intents', {
    ...intent,
    next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } },
    payment_method: paymentMethod,
    status: 'requires_action',
  });
  desk.happened('payment_intent.requires_action', asked);
  return asked;
}

type Declining = Extract<CardBehaviour, { does: 'decline' }>;

function decline(desk: Desk, intent: PaymentIntent, paymentMethod: string, card: Declining): StripeError {
  const charge = desk.books.put('charges', chargeFor(intent, paymentMethod, card));
  const error = {
    type: 'card_error',
    code: card.code,
    decline_code: card.declineCode,
    charge: charge.id,
    message: card.message,
  } as const;
  const declined = desk.books.put('intents', {
    ...intent,
    last_payment_error: error,
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  desk.happened('charge.failed', charge);
  desk.happened('payment_intent.payment_failed', declined);
  return new StripeError(402, { ...error, payment_intent: declined }, true);
}

function chargeFor(intent: PaymentIntent, paymentMethod: string, failure: Declining | null): Charge {
  return {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: failure ? 0 : intent.amount,
    amount_refunded: 0,
    captured: !failure,
    created: epochSeconds(),
    currency: intent.currency,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    paid: !failure,
    payment_intent: intent.id,
    payment_method: paymentMethod,
    refunded: false,
    status: failure ? 'failed' : 'succeeded',
  };
}
