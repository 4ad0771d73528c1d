// The webhook page: only Stripe's own fresh signature is believed, and every event has one effect, in whatever order.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signWebhook } from '@mosaic/embedded/stripe/webhooks/sign';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stripePage } from '../../src/webhooks/stripe-page.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

const SECRET = 'whsec_commerce';
let lab: OrderLab;
let url: string;
const scope = new Scope();
beforeAll(async () => {
  lab = await openOrderLab();
  const page = stripePage(lab.rooms);
  const server = createServer((request, response) => void page(request, response, () => null));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await scope.close();
  await lab.close();
});

interface Told {
  id: string;
  type: string;
  data: { object: Record<string, unknown> };
}

const now = () => Math.floor(Date.now() / 1_000);

async function deliver(event: object, { at = now(), secret = SECRET, body = JSON.stringify(event) } = {}) {
  const began = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'stripe-signature': signWebhook(body, secret, at) },
    body,
  });
  return {
    status: answer.status,
    told: ((await answer.json()) as { told: string }).told,
    ms: performance.now() - began,
  };
}

/** An order whose payment and whole refund happened at the service, and nobody told us: its three events. */
async function untold(): Promise<{ buyer: Viewer; orderId: string; events: Told[] }> {
  const { buyer, orderId } = await lab.ordered(await lab.sell(700, 5), 700);
  await lab.pay(buyer, orderId, null);
  const [payment] = await lab.rows<{ intent_id: string }>('select intent_id from payments where order_id = ?', [
    orderId,
  ]);
  const intentId = payment?.intent_id ?? '';
  await lab.rooms.payments.confirm(intentId, 'pm_card_visa', randomUUID());
  await lab.rooms.payments.refund({ refundId: randomUUID(), intentId, amountMinor: 700 });
  const headers = { authorization: 'Bearer sk_test_commerce' };
  const { data } = (await (await fetch(`${lab.stripe.url}/v1/events?limit=100`, { headers })).json()) as {
    data: Told[];
  };
  const events = ['payment_intent.created', 'payment_intent.succeeded', 'refund.created'].map((type) => {
    const event = data.find(
      ({ type: other, data: { object } }) =>
        other === type && (object['id'] === intentId || object['payment_intent'] === intentId),
    );
    if (!event) throw new Error(`no ${type}`);
    return event;
  });
  return { buyer, orderId, events };
}

/** All that an order came to: what people see, what stock and ledger hold, what others were told. */
async function outcomeOf(orderId: string) {
  const one = async (sql: string) => (await lab.rows(sql, [orderId])) as unknown[];
  return {
    order: await one('select status, holds_stock from orders where id = ?'),
    steps: await one('select status from order_steps where order_id = ? order by seq'),
    lines: await one('select status, is_sold from order_lines where order_id = ?'),
    payment: await one('select status, is_captured, refunded_minor::int from payments where order_id = ?'),
    ledger: await one('select kind from ledger_transactions where order_id = ? order by kind'),
    sum: await one(
      `select sum(amount_minor)::int as sum from ledger_entries join ledger_transactions t on t.id = transaction_id where order_id = ?`,
    ),
    stock: await one('select on_hand, reserved from stock join order_lines on item_id = variant_id where order_id = ?'),
    told: (await lab.announced())
      .filter(([, payload]) => (payload as { orderId?: string }).orderId === orderId)
      .map(([name]) => name),
  };
}

const orders = (events: Told[]): Told[][] =>
  events.length < 2
    ? [events]
    : events.flatMap((first, at) => orders(events.toSpliced(at, 1)).map((rest) => [first, ...rest]));

test('3 events, 5 deliveries each, shuffled and at once: 2 ledger transactions that sum to 0, answered within 200 ms', async () => {
  const { orderId, events } = await untold();
  const deliveries = events.flatMap((event) => Array<Told>(5).fill(event)).sort(() => Math.random() - 0.5);
  const answers = await Promise.all(deliveries.map((event) => deliver(event)));
  expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
  const outcome = await outcomeOf(orderId);
  expect(outcome.ledger).toEqual([{ kind: 'CAPTURE' }, { kind: 'REFUND' }]);
  expect(outcome.sum).toEqual([{ sum: 0 }]);
  expect(outcome.order).toEqual([{ status: 'REFUNDED', holds_stock: false }]);
  const again = [];
  for (let n = 0; n < 5; n++) again.push(await deliver(events[1] ?? {}));
  expect(again.map(({ told }) => told)).toEqual(Array(5).fill('known'));
  // The quickest of some: what else this machine does is not the page's doing.
  expect(Math.min(...again.map(({ ms }) => ms))).toBeLessThan(200);
});

test('all six orders of arrival come to one outcome', async () => {
  const outcomes = [];
  for (let at = 0; at < 6; at++) {
    const { orderId, events } = await untold();
    for (const event of orders(events)[at] ?? []) expect((await deliver(event)).status).toBe(200);
    outcomes.push(await outcomeOf(orderId));
  }
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  expect(outcomes[0]).toEqual({
    order: [{ status: 'REFUNDED', holds_stock: false }],
    steps: ['PENDING_PAYMENT', 'PAID', 'CONFIRMED', 'REFUNDED'].map((status) => ({ status })),
    lines: [{ status: 'REFUNDED', is_sold: false }],
    payment: [{ status: 'REFUNDED', is_captured: true, refunded_minor: 700 }],
    ledger: [{ kind: 'CAPTURE' }, { kind: 'REFUND' }],
    sum: [{ sum: 0 }],
    stock: [{ on_hand: 5, reserved: 0 }],
    told: ['OrderPaid', 'OrderConfirmed', 'OrderRefunded'],
  });
});

test('the control that keeps no inbox and believes the last it hears posts ten times and ends in three states', async () => {
  const { events } = await untold();
  const naive = (arrived: readonly Told[]) => {
    const state = { order: 'NONE', postings: 0 };
    for (const { type } of arrived) {
      state.order = type;
      if (type !== 'payment_intent.created') state.postings += 1;
    }
    return state;
  };
  expect(naive(events.flatMap((event) => Array<Told>(5).fill(event))).postings).toBe(10);
  expect(new Set(orders(events).map((arrived) => naive(arrived).order)).size).toBe(3);
});

test('another amount, an unknown intent, an unknown type: taken, and without effect', async () => {
  const { orderId, events } = await untold();
  const before = await outcomeOf(orderId);
  const paid = events[1] as Told;
  const altered = (changes: object): Told => ({
    ...paid,
    id: `evt_${randomUUID()}`,
    data: { object: { ...paid.data.object, ...changes } },
  });
  expect(await deliver(altered({ amount: 1 }))).toMatchObject({ status: 200, told: 'does_not_fit' });
  expect(await deliver(altered({ amount_received: 1 }))).toMatchObject({ status: 200, told: 'does_not_fit' });
  expect(await deliver(altered({ currency: 'usd' }))).toMatchObject({ status: 200, told: 'does_not_fit' });
  expect(await deliver(altered({ id: 'pi_unknown' }))).toMatchObject({ status: 200, told: 'does_not_fit' });
  const unknown = { ...paid, id: `evt_${randomUUID()}`, type: 'customer.created' };
  expect(await deliver(unknown)).toMatchObject({ status: 200, told: 'not_ours' });
  expect(await outcomeOf(orderId)).toEqual(before);
});

test('forged, stale, bare, too large or not posted: refused, and without effect', async () => {
  const { orderId, events } = await untold();
  const before = await outcomeOf(orderId);
  const paid = events[1] as Told;
  expect((await deliver(paid, { secret: 'whsec_other' })).status).toBe(400);
  expect((await deliver(paid, { at: now() - 360 })).status).toBe(400);
  expect((await deliver({}, { body: 'no json' })).status).toBe(400);
  expect((await fetch(url, { method: 'POST', body: JSON.stringify(paid) })).status).toBe(400);
  expect((await fetch(url)).status).toBe(405);
  const signature = signWebhook(JSON.stringify(paid), SECRET, now());
  const changed = JSON.stringify({ ...paid, created: 1 });
  expect((await fetch(url, { method: 'POST', headers: { 'stripe-signature': signature }, body: changed })).status).toBe(
    400,
  );
  expect((await deliver({}, { body: 'x'.repeat(64 * 1024 + 1) })).status).toBe(413);
  expect(await outcomeOf(orderId)).toEqual(before);
  // A signature that is 4 minutes old still is Stripe's.
  expect((await deliver(paid, { at: now() - 240 })).told).toBe('applied');
});
