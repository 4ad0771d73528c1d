// /v1/refunds: create and retrieve. A refund succeeds at once.
import { epochSeconds, newId } from '../objects/new-id.js';
import type { Refund } from '../objects/shapes.js';
import type { Form } from '../wire/read-form.js';
import { badParameter, missing, wrongState } from '../wire/stripe-error.js';
import type { Desk } from './desk.js';
import { amountOf, choiceOf, metadataOf, refuseUnknown, requiredText } from './parameters.js';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

export function createRefund(desk: Desk, form: Form): Refund {
  refuseUnknown(form, ['payment_intent', 'amount', 'reason', 'metadata']);
  const intentId = requiredText(form, 'payment_intent');
  const intent = desk.books.intents.get(intentId);
  if (!intent) throw missing('payment_intent', intentId, 'payment_intent');
  const charge = intent.status === 'succeeded' ? desk.books.charges.get(intent.latest_charge!) : undefined;
  if (!charge)
    throw wrongState(
      'payment_intent_unexpected_state',
      'This PaymentIntent does not have a successful charge to refund.',
    );
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) throw wrongState('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
  const amount = amountOf(form, 'amount') ?? left;
  if (amount > left)
    throw badParameter('amount', `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`);

  const refund = desk.books.put('refunds', {
    id: newId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: epochSeconds(),
    currency: charge.currency,
    metadata: metadataOf(form),
    payment_intent: intentId,
    reason: choiceOf(form, 'reason', REASONS),
    status: 'succeeded',
  });
  const refunded = charge.amount_refunded + amount;
  const after = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
  desk.happened('refund.created', refund);
  desk.happened('charge.refunded', desk.books.put('charges', after));
  return refund;
}

export function retrieveRefund({ books }: Desk, _: Form, id: string): Refund {
  const refund = books.refunds.get(id);
  if (!refund) throw missing('refund', id, 'refund');
  return refund;
}
