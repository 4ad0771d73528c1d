// The unmodified SDK against the simulator: intents, cards, refunds, idempotency keys, refusals.
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StripeServer, startStripe } from '../../stripe/start-stripe.js';
import { sdkFor } from './stripe-lab.js';

let server: StripeServer;
let stripe: Stripe;
beforeAll(async () => {
  server = await startStripe();
  stripe = sdkFor(server.port);
});
afterAll(() => server.stop());

const create = (options: Stripe.RequestOptions = {}) =>
  stripe.paymentIntents.create(
    {
      amount: 1_230,
      currency: 'eur',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      metadata: { payment: 'p1' },
    },
    options,
  );

test('an intent is made, confirmed by a card, and found again', async () => {
  const made = await create();
  expect(made).toMatchObject({
    object: 'payment_intent',
    amount: 1_230,
    currency: 'eur',
    status: 'requires_payment_method',
    metadata: { payment: 'p1' },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  expect(made.client_secret).toMatch(new RegExp(`^${made.id}_secret_\\w{25}$`));
  const paid = await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' });
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1_230, payment_method: 'pm_card_visa' });
  expect(await stripe.paymentIntents.retrieve(made.id)).toMatchObject({
    status: 'succeeded',
    latest_charge: paid.latest_charge,
  });
  await expect(stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' })).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    code: 'payment_intent_unexpected_state',
  });
});

test('a declined card is a StripeCardError; the intent may be tried again with another', async () => {
  const { id } = await create();
  const declined = stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' });
  await expect(declined).rejects.toBeInstanceOf(Stripe.errors.StripeCardError);
  await expect(declined).rejects.toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
    payment_intent: { id, status: 'requires_payment_method' },
  });
  expect((await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })).status).toBe('succeeded');
});

test('a card that asks for its owner waits for them', async () => {
  const { id } = await create();
  const asked = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_authenticationRequired' });
  expect(asked).toMatchObject({
    status: 'requires_action',
    amount_received: 0,
    next_action: { type: 'use_stripe_sdk' },
  });
  server.hooks.authenticate(id);
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
});

test('a canceled intent takes no card, a paid one is not canceled', async () => {
  const { id } = await create();
  const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
  await expect(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
  const other = await create();
  await stripe.paymentIntents.confirm(other.id, { payment_method: 'pm_card_visa' });
  await expect(stripe.paymentIntents.cancel(other.id)).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
});

test('twenty calls under one idempotency key make one intent; another body is refused', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => create({ idempotencyKey: 'order-7' })));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  const headers = answers.map(({ lastResponse }) => lastResponse.headers['idempotent-replayed']);
  expect(headers.filter((replayed) => replayed === 'true')).toHaveLength(19);
  const other = stripe.paymentIntents.create({ amount: 1, currency: 'eur' }, { idempotencyKey: 'order-7' });
  await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
});

test('a decline is replayed under its key, and charges no second time', async () => {
  const { id } = await create();
  const pay = () =>
    stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }, { idempotencyKey: `${id}-1` });
  const charges = await Promise.all(
    [pay(), pay()].map((attempt) => attempt.catch((error: Stripe.errors.StripeCardError) => error.charge)),
  );
  expect(charges[0]).toMatch(/^ch_\w{24}$/);
  expect(charges[1]).toBe(charges[0]);
});

test('an answer lost on its way is asked for again by the SDK: one intent, one charge', async () => {
  const { id } = await create();
  server.hooks.loseAnswers('/confirm');
  const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  expect(paid.status).toBe('succeeded');
  expect(paid.lastResponse.headers['idempotent-replayed']).toBe('true');
  const events = await stripe.events.list({ type: 'payment_intent.succeeded', limit: 100 });
  expect(events.data.filter(({ data }) => 'id' in data.object && data.object.id === id)).toHaveLength(1);
});

test('refunds in parts, never beyond what was paid', async () => {
  const { id } = await create();
  await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  });
  await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  const part = await stripe.refunds.create({ payment_intent: id, amount: 1_000, metadata: { line: 'l1' } });
  expect(part).toMatchObject({ object: 'refund', amount: 1_000, status: 'succeeded', metadata: { line: 'l1' } });
  await expect(stripe.refunds.create({ payment_intent: id, amount: 231 })).rejects.toMatchObject({
    message: 'Refund amount (231) is greater than unrefunded amount on charge (230)',
  });
  expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(230);
  await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  });
  const { data } = await stripe.refunds.list({ payment_intent: id });
  expect(data.map(({ amount }) => amount)).toEqual([230, 1_000]);
  expect(await stripe.refunds.retrieve(part.id)).toMatchObject({ id: part.id, amount: 1_000 });
});

test('what it does not speak it refuses by name', async () => {
  const bad = { amount: 100, currency: 'eur', customer: 'cus_1' };
  await expect(stripe.paymentIntents.create(bad)).rejects.toMatchObject({
    code: 'parameter_unknown',
    param: 'customer',
  });
  await expect(stripe.customers.create({})).rejects.toMatchObject({ statusCode: 404 });
  await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({ code: 'resource_missing' });
  await expect(stripe.paymentIntents.create({ amount: -5, currency: 'eur' })).rejects.toMatchObject({
    param: 'amount',
  });
  const { id } = await create();
  await expect(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_none' })).rejects.toMatchObject({
    code: 'resource_missing',
  });
  await expect(sdkFor(server.port, 'sk_test_other').events.list()).rejects.toBeInstanceOf(
    Stripe.errors.StripeAuthenticationError,
  );
});

test('lists come in pages, newest first, and the SDK walks them', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 12; n++) ids.push((await create()).id);
  const walked: string[] = [];
  for await (const intent of stripe.paymentIntents.list({ limit: 5 })) {
    walked.push(intent.id);
    if (walked.length === 12) break;
  }
  expect(walked).toEqual(ids.reverse());
});
