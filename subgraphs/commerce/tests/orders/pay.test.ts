// Paying: declined and tried again, killed at the worst moment, too late, cancelled meanwhile. Charged once or not at all.
import { randomUUID } from 'node:crypto';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripe, type PaymentService } from '../../src/data/stripe/payment-service.js';
import { cancelOrder, expireOrder } from '../../src/use-cases/orders/close-order.js';
import { payOrder } from '../../src/use-cases/orders/pay-order.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { codeOf, granted, person } from '../lab/open-lab.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

let lab: OrderLab;
let service: PaymentService;
beforeAll(async () => {
  lab = await openOrderLab();
  service = lab.rooms.payments;
});
afterAll(() => lab.close());

/** What the service itself took for an order, and gave back. */
async function chargedFor(orderId: string): Promise<{ intents: number; minor: number; back: number }> {
  const headers = { authorization: 'Bearer sk_test_commerce' };
  const read = async (path: string) =>
    (await (await fetch(lab.stripe.url + path, { headers })).json()) as { data: Data[] };
  interface Data {
    id: string;
    amount: number;
    amount_received: number;
    metadata: { order_id?: string };
    payment_intent?: string;
  }
  const intents = (await read('/v1/payment_intents?limit=100')).data.filter(
    ({ metadata }) => metadata.order_id === orderId,
  );
  const refunds = (await read('/v1/refunds?limit=100')).data.filter((refund) =>
    intents.some(({ id }) => id === refund.payment_intent),
  );
  return {
    intents: intents.length,
    minor: intents.reduce((sum, { amount_received }) => sum + amount_received, 0),
    back: refunds.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** The rooms with a payment service that does what it is asked and then dies before it tells. */
const dyingAfter = (method: 'createIntent' | 'confirm' | 'refund'): Rooms => ({
  ...lab.rooms,
  payments: {
    ...service,
    [method]: async (...given: never[]) => {
      await (service[method] as (...given: never[]) => Promise<unknown>)(...given);
      throw new Error('killed before the commit');
    },
  },
});

const payThrough = (rooms: Rooms, buyer: ReturnType<typeof person>, orderId: string, idempotencyKey = randomUUID()) =>
  payOrder(rooms, buyer, { orderId, paymentMethod: 'pm_card_visa', idempotencyKey });

test('a paid order is the buyer’s at once when all of it is the shop’s own', async () => {
  const variantId = await lab.sell(1_500, 3);
  const { buyer, orderId } = await lab.ordered(variantId, 1_500);
  expect(codeOf(await lab.pay(person(), orderId))).toBe('NOT_FOUND');
  expect(granted(await lab.pay(buyer, orderId))).toBe(orderId);
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  expect(await lab.stockOf(variantId)).toEqual({ onHand: 2, reserved: 0 });
  expect(await lab.rows('select status from order_steps where order_id = ? order by seq', [orderId])).toEqual(
    ['PENDING_PAYMENT', 'PAID', 'CONFIRMED'].map((status) => ({ status })),
  );
  const entries = await lab.rows(
    `select account, amount_minor::int as amount from ledger_entries join ledger_transactions t on t.id = transaction_id
     where order_id = ? order by account`,
    [orderId],
  );
  expect(entries).toEqual([
    { account: 'SALES:ProductVariant', amount: -1_500 },
    { account: 'STRIPE', amount: 1_500 },
  ]);
  expect(codeOf(await lab.pay(buyer, orderId))).toBe('ORDER_STATE');
});

test('ten payments of one order at once, five keys twice: charged once', async () => {
  const { buyer, orderId } = await lab.ordered(await lab.sell(800, 3), 800);
  const keys = Array.from({ length: 5 }, () => randomUUID());
  await Promise.all([...keys, ...keys].map((key) => lab.pay(buyer, orderId, 'pm_card_visa', key)));
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  expect(await chargedFor(orderId)).toEqual({ intents: 1, minor: 800, back: 0 });
  expect(codeOf(await lab.pay(buyer, orderId, 'pm_card_mastercard', keys[0]))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a decline releases the stock; the next try reserves anew and succeeds, or finds it gone', async () => {
  const variantId = await lab.sell(900, 1);
  const { buyer, orderId } = await lab.ordered(variantId, 900);
  const key = randomUUID();
  granted(await lab.pay(buyer, orderId, 'pm_card_chargeDeclined', key));
  expect(await lab.statusOf(orderId)).toBe('PAYMENT_DECLINED');
  expect(await lab.stockOf(variantId)).toEqual({ onHand: 1, reserved: 0 });
  granted(await lab.pay(buyer, orderId, 'pm_card_chargeDeclined', key));
  expect(await lab.statusOf(orderId)).toBe('PAYMENT_DECLINED');

  const other = await lab.ordered(variantId, 900);
  expect(await lab.pay(buyer, orderId)).toMatchObject({ code: 'INSUFFICIENT_STOCK', parameters: { available: 0 } });
  granted(await cancelOrder(lab.rooms, other.buyer, other.orderId));
  granted(await lab.pay(buyer, orderId));
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  expect(await lab.stockOf(variantId)).toEqual({ onHand: 0, reserved: 0 });
  expect(await chargedFor(orderId)).toEqual({ intents: 1, minor: 900, back: 0 });
});

test('killed between the charge and the commit: the sweep finds the money, and it was taken once', async () => {
  const variantId = await lab.sell(1_100, 3);
  const { buyer, orderId } = await lab.ordered(variantId, 1_100);
  const key = randomUUID();
  expect(codeOf(await payThrough(dyingAfter('confirm'), buyer, orderId, key))).toBe('PAYMENT_UNAVAILABLE');
  expect(await lab.statusOf(orderId)).toBe('PENDING_PAYMENT');
  expect((await chargedFor(orderId)).minor).toBe(1_100);
  lab.clock.advance(seconds(30));
  await Promise.all([lab.sweep(), lab.sweep()]);
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  // The buyer’s own repetition finds the same outcome.
  expect(granted(await lab.pay(buyer, orderId, 'pm_card_visa', key))).toBe(orderId);
  expect(await chargedFor(orderId)).toEqual({ intents: 1, minor: 1_100, back: 0 });
  expect(await lab.rows('select kind from ledger_transactions where order_id = ?', [orderId])).toEqual([
    { kind: 'CAPTURE' },
  ]);
});

test('killed between making the intent and keeping it: the same key goes on with the same intent', async () => {
  const { buyer, orderId } = await lab.ordered(await lab.sell(600, 3), 600);
  const key = randomUUID();
  expect(codeOf(await payThrough(dyingAfter('createIntent'), buyer, orderId, key))).toBe('PAYMENT_UNAVAILABLE');
  granted(await lab.pay(buyer, orderId, 'pm_card_visa', key));
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  expect(await chargedFor(orderId)).toEqual({ intents: 1, minor: 600, back: 0 });
});

test('the control that makes an intent for every try charges twice', async () => {
  const { buyer, orderId } = await lab.ordered(await lab.sell(600, 3), 600);
  const naive = async () => {
    const plan = { paymentId: randomUUID(), orderId, amountMinor: 600, currency: 'EUR' };
    const intent = await service.createIntent(plan);
    await service.confirm(intent.id, 'pm_card_visa', randomUUID());
  };
  await naive(); // killed before its commit, so tried again:
  await naive();
  expect(await chargedFor(orderId)).toEqual({ intents: 2, minor: 1_200, back: 0 });
  granted(await cancelOrder(lab.rooms, buyer, orderId));
});

test('money that comes after the order expired: what is there is taken again, else it goes back', async () => {
  for (const isStillThere of [true, false]) {
    const variantId = await lab.sell(700, 1);
    const { buyer, orderId } = await lab.ordered(variantId, 700);
    granted(await lab.pay(buyer, orderId, 'pm_card_authenticationRequired'));
    expect(await lab.statusOf(orderId)).toBe('PENDING_PAYMENT');
    const [payment] = await lab.rows<{ intent_id: string }>('select intent_id from payments where order_id = ?', [
      orderId,
    ]);
    lab.clock.advance(minutes(15));
    expect(await expireOrder(lab.rooms)).toBe(1);
    if (!isStillThere) await lab.ordered(variantId, 700);
    lab.stripe.hooks.authenticate(payment?.intent_id ?? '');
    await lab.sweep();
    expect(await lab.statusOf(orderId)).toBe(isStillThere ? 'CONFIRMED' : 'REFUNDED');
    expect(await chargedFor(orderId)).toEqual({ intents: 1, minor: 700, back: isStillThere ? 0 : 700 });
  }
});

test('cancelled while it was paid: the money goes back, whoever was first', async () => {
  const variantId = await lab.sell(700, 20);
  for (let round = 0; round < 10; round++) {
    const { buyer, orderId } = await lab.ordered(variantId, 700);
    const [, cancelled] = await Promise.all([lab.pay(buyer, orderId), cancelOrder(lab.rooms, buyer, orderId)]);
    lab.clock.advance(minutes(1));
    await lab.sweep();
    const { minor, back } = await chargedFor(orderId);
    if (isRefusal(cancelled)) expect([await lab.statusOf(orderId), minor, back]).toEqual(['CONFIRMED', 700, 0]);
    else {
      expect(['CANCELLED', 'REFUNDED']).toContain(await lab.statusOf(orderId));
      expect(back).toBe(minor);
    }
  }
  const { reserved } = await lab.stockOf(variantId);
  expect(reserved).toBe(0);
});

test('a buyer may confirm in the browser; a card nobody knows is refused; a service that is away takes nothing', async () => {
  const { buyer, orderId } = await lab.ordered(await lab.sell(500, 5), 500);
  expect(codeOf(await lab.pay(buyer, orderId, 'pm_card_nobody'))).toBe('PAYMENT_METHOD_REFUSED');
  granted(await lab.pay(buyer, orderId, null));
  const [payment] = await lab.rows<{ intent_id: string }>('select intent_id from payments where order_id = ?', [
    orderId,
  ]);
  await service.confirm(payment?.intent_id ?? '', 'pm_card_visa', randomUUID());
  lab.clock.advance(seconds(60));
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');

  const [secretKey, webhookSecret] = [lab.config.STRIPE_SECRET_KEY, lab.config.STRIPE_WEBHOOK_SECRET];
  const away = openStripe({ secretKey, webhookSecret, apiUrl: 'http://127.0.0.1:9' });
  const second = await lab.ordered(await lab.sell(500, 5), 500);
  expect(codeOf(await payThrough({ ...lab.rooms, payments: away }, second.buyer, second.orderId))).toBe(
    'PAYMENT_UNAVAILABLE',
  );
  expect(await chargedFor(second.orderId)).toEqual({ intents: 0, minor: 0, back: 0 });
  granted(await lab.pay(second.buyer, second.orderId));
});

test('after all this the ledger sums to zero', async () => {
  expect(await lab.ledger()).toMatchObject({ sum: 0, wrongAccounts: 0 });
});
