// Webhooks: signed as the SDK checks it, tried again, several times over, out of order, and after a restart.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import Stripe from 'stripe';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type StripeServer, startStripe } from '../../stripe/start-stripe.js';
import { build, dist } from '../lab/build.js';
import { ownFolder } from '../lab/own-folder.js';
import { type Endpoint, openEndpoint, SECRET, sdkFor } from './stripe-lab.js';

let endpoint: Endpoint;
const running: { stop(): Promise<unknown> }[] = [];
beforeAll(build);
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await endpoint.close();
});

async function start(dataDir?: string): Promise<StripeServer> {
  const server = await startStripe({ dataDir, webhookUrl: endpoint.url, webhookSecret: SECRET, firstPauseMs: 20 });
  running.push(server);
  return server;
}

const pay = async (stripe: Stripe) => {
  const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' });
  await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  return id;
};
const typesOf = ({ received }: Endpoint): string[] =>
  received.map(({ body }) => (JSON.parse(body) as Stripe.Event).type);
const sorted = (types: string[]) => types.sort((a, b) => a.localeCompare(b));

test('an event passes constructEvent; one byte more, another secret or six minutes later it does not', async () => {
  const server = await start();
  const stripe = sdkFor(server.port);
  const intent = await pay(stripe);
  await endpoint.until(3);
  expect(sorted(typesOf(endpoint))).toEqual(['charge.succeeded', 'payment_intent.created', 'payment_intent.succeeded']);
  const { body, signature } = endpoint.received.find((_, at) => typesOf(endpoint)[at] === 'payment_intent.succeeded')!;
  const event = stripe.webhooks.constructEvent(body, signature, SECRET, 300);
  expect(event.data.object).toMatchObject({ id: intent, status: 'succeeded' });
  const check = (text: string, secret: string, at?: number) => () =>
    stripe.webhooks.constructEvent(text, signature, secret, 300, undefined, at);
  expect(check(`${body} `, SECRET)).toThrow(Stripe.errors.StripeSignatureVerificationError);
  expect(check(body, 'whsec_other')).toThrow(Stripe.errors.StripeSignatureVerificationError);
  expect(check(body, SECRET, Date.now() + 360_000)).toThrow('Timestamp outside the tolerance zone');
});

test('a delivery that is not taken is tried again until it is', async () => {
  endpoint.status = (delivery) => (delivery < 3 ? 500 : 204);
  const server = await start();
  await sdkFor(server.port).paymentIntents.create({ amount: 500, currency: 'eur' });
  await server.hooks.delivered();
  expect(endpoint.received).toHaveLength(4);
  expect(new Set(endpoint.received.map(({ body }) => (JSON.parse(body) as Stripe.Event).id)).size).toBe(1);
});

test('held events leave when released, as often and in the order that a test wants', async () => {
  const server = await start();
  server.hooks.hold();
  server.hooks.deliver({ copies: 5 });
  await pay(sdkFor(server.port));
  expect(endpoint.received).toHaveLength(0);
  expect(server.hooks.release((deliveries) => deliveries.reverse())).toBe(15);
  await server.hooks.delivered();
  const each = (type: string) => Array<string>(5).fill(type);
  expect(sorted(typesOf(endpoint))).toEqual([
    ...each('charge.succeeded'),
    ...each('payment_intent.created'),
    ...each('payment_intent.succeeded'),
  ]);
});

/** The simulator as its own process, from the build. */
async function spawnStripe(dataDir: string): Promise<{ port: number; child: ChildProcess }> {
  const args = ['--data', dataDir, '--webhook-url', endpoint.url, '--webhook-secret', SECRET];
  const child = spawn(process.execPath, [`${dist}stripe/main.js`, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push({
    async stop() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, port: (JSON.parse(line) as { port: number }).port };
}

test('killed, it remembers every intent, refund, key and undelivered event', async () => {
  const folder = ownFolder('stripe');
  const first = await spawnStripe(folder);
  endpoint.status = () => 503;
  const before = sdkFor(first.port);
  const id = await pay(before);
  const refund = await before.refunds.create({ payment_intent: id, amount: 200 }, { idempotencyKey: 'refund-1' });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  endpoint.received.length = 0;
  endpoint.status = () => 200;
  const second = await spawnStripe(folder);
  const after = sdkFor(second.port);
  expect((await after.paymentIntents.retrieve(id)).status).toBe('succeeded');
  expect(await after.refunds.create({ payment_intent: id, amount: 200 }, { idempotencyKey: 'refund-1' })).toMatchObject(
    {
      id: refund.id,
    },
  );
  await endpoint.until(5);
  expect(sorted(typesOf(endpoint))).toEqual([
    'charge.refunded',
    'charge.succeeded',
    'payment_intent.created',
    'payment_intent.succeeded',
    'refund.created',
  ]);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});
