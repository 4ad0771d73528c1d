// /v1/payment_intents: create, retrieve, confirm, cancel.
import { epochSeconds, newClientSecret, newId } from '../objects/new-id.js';
import type { PaymentIntent } from '../objects/shapes.js';
import { testCard } from '../objects/test-cards.js';
import type { Form } from '../wire/read-form.js';
import { badParameter, missing, wrongState } from '../wire/stripe-error.js';
import { chargeCard, succeed } from './charge-card.js';
import type { Desk } from './desk.js';
import { amountOf, choiceOf, flagOf, groupOf, metadataOf, refuseUnknown, requiredText, textOf } from './parameters.js';

const CREATE = [
  'amount',
  'currency',
  'payment_method',
  'confirm',
  'capture_method',
  'automatic_payment_methods',
  'payment_method_types',
  'description',
  'metadata',
  'return_url',
];
const CANCEL_REASONS = ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] as const;

export function createIntent(desk: Desk, form: Form): PaymentIntent {
  refuseUnknown(form, CREATE);
  const amount = amountOf(form, 'amount');
  if (amount === null) throw badParameter('amount', 'Missing required param: amount.', 'parameter_missing');
  const currency = requiredText(form, 'currency').toLowerCase();
  if (!/^[a-z]{3}$/.test(currency)) throw badParameter('currency', `Invalid currency: ${currency}`);
  const paymentMethod = textOf(form, 'payment_method');
  if (paymentMethod !== null && !testCard(paymentMethod))
    throw missing('PaymentMethod', paymentMethod, 'payment_method');
  const isConfirmed = flagOf(form, 'confirm');
  if (isConfirmed && paymentMethod === null)
    throw badParameter(
      'payment_method',
      'You cannot confirm this PaymentIntent because it’s missing a payment method.',
    );

  const id = newId('pi');
  const intent = desk.books.put('intents', {
    id,
    object: 'payment_intent',
    amount,
    amount_capturable: 0,
    amount_received: 0,
    automatic_payment_methods: automaticMethods(form),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: choiceOf(form, 'capture_method', ['automatic', 'automatic_async']) ?? 'automatic_async',
    client_secret: newClientSecret(id),
    confirmation_method: 'automatic',
    created: epochSeconds(),
    currency,
    description: textOf(form, 'description'),
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: metadataOf(form),
    next_action: null,
    payment_method: paymentMethod,
    payment_method_types: Object.values(groupOf(form, 'payment_method_types') ?? { 0: 'card' }).map(String),
    status: paymentMethod === null ? 'requires_payment_method' : 'requires_confirmation',
  });
  desk.happened('payment_intent.created', intent);
  return isConfirmed ? chargeCard(desk, intent, paymentMethod!) : intent;
}

function automaticMethods(form: Form): PaymentIntent['automatic_payment_methods'] {
  const group = groupOf(form, 'automatic_payment_methods');
  if (!group || !flagOf(group, 'enabled')) return null;
  refuseUnknown(group, ['enabled', 'allow_redirects']);
  return { enabled: true, allow_redirects: choiceOf(group, 'allow_redirects', ['always', 'never']) ?? 'always' };
}

export function retrieveIntent({ books }: Desk, _: Form, id: string): PaymentIntent {
  const intent = books.intents.get(id);
  if (!intent) throw missing('payment_intent', id, 'intent');
  return intent;
}

export function confirmIntent(desk: Desk, form: Form, id: string): PaymentIntent {
  refuseUnknown(form, ['payment_method', 'return_url']);
  const intent = retrieveIntent(desk, form, id);
  const paymentMethod = textOf(form, 'payment_method') ?? intent.payment_method;
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw unexpectedState(intent, 'confirm', 'it has already been settled or canceled');
  if (paymentMethod === null) throw unexpectedState(intent, 'confirm', 'it’s missing a payment method');
  return chargeCard(desk, intent, paymentMethod);
}

export function cancelIntent(desk: Desk, form: Form, id: string): PaymentIntent {
  refuseUnknown(form, ['cancellation_reason']);
  const intent = retrieveIntent(desk, form, id);
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw unexpectedState(intent, 'cancel', `it has a status of ${intent.status}`);
  const canceled = desk.books.put('intents', {
    ...intent,
    canceled_at: epochSeconds(),
    cancellation_reason: choiceOf(form, 'cancellation_reason', CANCEL_REASONS),
    next_action: null,
    status: 'canceled',
  });
  desk.happened('payment_intent.canceled', canceled);
  return canceled;
}

/** The card's owner says yes: for tests, because with the service itself this happens in the owner's browser. */
export function authenticate(desk: Desk, id: string): PaymentIntent {
  const intent = retrieveIntent(desk, {}, id);
  if (intent.status !== 'requires_action') throw unexpectedState(intent, 'authenticate', 'it waits for nobody');
  return succeed(desk, intent);
}

const unexpectedState = (intent: PaymentIntent, verb: string, why: string) =>
  wrongState('payment_intent_unexpected_state', `You cannot ${verb} this PaymentIntent because ${why}.`, {
    payment_intent: intent,
  });
