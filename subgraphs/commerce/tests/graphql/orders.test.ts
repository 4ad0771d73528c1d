// Orders over the wire: from a cart to money and back, told by real webhooks, and seen by nobody whom it does not concern.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@mosaic/embedded/postgres/free-port';
import { type StripeServer, startStripe } from '@mosaic/embedded/stripe/start-stripe';
import { intervalOf } from '@mosaic/schema/period';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Served, serve } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';

let stripe: StripeServer;
let graph: Served;
const [admin, buyer, other] = [person('ADMIN'), person(), person()];
let variantId: string;
let orderId: string;

beforeAll(async () => {
  const port = await freePort();
  const webhookUrl = `http://127.0.0.1:${port}/webhooks/stripe`;
  stripe = await startStripe({ secretKey: 'sk_test_commerce', webhookUrl, webhookSecret: 'whsec_commerce' });
  graph = await serve({}, { PORT: String(port), STRIPE_API_URL: stripe.url });
  const { data } = await graph.ask(
    'mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } } }',
    { input: { slug: 'lamp', name: 'Lamp' } },
    { viewer: admin },
  );
  const added = await graph.ask(
    'mutation ($input: AddProductVariantInput!) { addProductVariant(input: $input) { variant { id } userErrors { code } } }',
    {
      input: {
        productId: data.createProduct.product.id,
        sku: 'L1',
        name: 'Red',
        price: { amountMinor: 2_500, currency: 'EUR' },
      },
    },
    { viewer: admin },
  );
  variantId = added.data.addProductVariant.variant.id;
  await graph.ask(
    'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { code } } }',
    { input: { variantId, delta: 5, reason: 'came', idempotencyKey: randomUUID() } },
    { viewer: admin },
  );
});
afterAll(async () => {
  await graph.close();
  await stripe.stop();
});

const ORDER = `id number status total { decimal currency } buyer { id } reservedUntil placedAt
  lines { title quantity status unitPrice { decimal } lineTotal { decimal } item { id __typename } }
  payment { id status clientSecret amount { decimal } refundedAmount { decimal } events { type } order { id } }
  timeline { status }`;

/** The root mutation's payload. */
async function change(name: string, input: object, viewer: typeof buyer | null = buyer) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { order { ${ORDER} } userErrors { code path parameters { name value } } } }`;
  const answer = await graph.ask(query, { input }, { viewer });
  return answer.data ? answer.data[name] : answer;
}
const read = async (viewer: typeof buyer | null = buyer) =>
  (await graph.ask(`query ($id: ID!) { order(id: $id) { ${ORDER} } }`, { id: orderId }, { viewer })).data?.order;

/** Until what the webhooks and sweeps bring about is there. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 10_000; !(await holds()); await pause(50))
    if (Date.now() > limit) throw new Error('not within 10 s');
}

test('a cart becomes an order at the server’s price', async () => {
  const put = 'mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { total { amountMinor } } } }';
  const { data } = await graph.ask(put, { input: { variantId, quantity: 2 } }, { viewer: buyer });
  expect(data.addToCart.cart.total).toEqual({ amountMinor: 5_000 });
  const at = (amountMinor: number) => ({
    expectedTotal: { amountMinor, currency: 'EUR' },
    idempotencyKey: randomUUID(),
  });
  expect((await change('checkout', at(1))).userErrors).toEqual([
    {
      code: 'PRICE_CHANGED',
      path: ['expectedTotal'],
      parameters: [
        { name: 'totalMinor', value: '5000' },
        { name: 'currency', value: 'EUR' },
      ],
    },
  ]);
  expect(codesOf(await change('checkout', at(5_000), null))).toEqual(['UNAUTHENTICATED']);
  const { order, userErrors } = await change('checkout', at(5_000));
  expect(userErrors).toEqual([]);
  expect(order).toMatchObject({
    number: 'M-000001',
    status: 'PENDING_PAYMENT',
    total: { decimal: '50.00', currency: 'EUR' },
    buyer: { id: buyer.id },
    lines: [
      {
        title: 'Lamp, Red',
        quantity: 2,
        status: 'UNPAID',
        unitPrice: { decimal: '25.00' },
        lineTotal: { decimal: '50.00' },
        item: { id: variantId, __typename: 'ProductVariant' },
      },
    ],
    payment: { status: 'CREATED', clientSecret: null, events: [] },
  });
  orderId = order.id;
});

test('declined, then authenticated by the card’s owner: the webhook alone tells that it is paid', async () => {
  const pay = (paymentMethod: string) => change('payOrder', { orderId, paymentMethod, idempotencyKey: randomUUID() });
  expect((await pay('pm_card_chargeDeclined')).order).toMatchObject({
    status: 'PAYMENT_DECLINED',
    payment: { status: 'DECLINED' },
  });
  const { order } = await pay('pm_card_authenticationRequired');
  expect(order).toMatchObject({ status: 'PENDING_PAYMENT', payment: { status: 'PENDING' } });
  const [intent] = order.payment.clientSecret.split('_secret_');
  stripe.hooks.authenticate(intent);
  await until(async () => (await read()).status === 'CONFIRMED');
  expect(await read()).toMatchObject({
    payment: {
      status: 'SUCCEEDED',
      events: [{ type: 'INTENT_CREATED' }, { type: 'DECLINED' }, { type: 'ACTION_REQUIRED' }, { type: 'CAPTURED' }],
    },
    timeline: ['PENDING_PAYMENT', 'PAYMENT_DECLINED', 'PENDING_PAYMENT', 'PAID', 'CONFIRMED'].map((status) => ({
      status,
    })),
  });
});

test('nobody else sees or changes it, by no path; admins see it, but not what confirms its payment', async () => {
  const mine = await read();
  expect(await read(other)).toBeNull();
  expect(codesOf(await graph.ask('query ($id: ID!) { order(id: $id) { id } }', { id: orderId }))).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect((await read(admin)).payment).toMatchObject({ status: 'SUCCEEDED', clientSecret: null });
  expect(mine.payment.clientSecret).toMatch(/^pi_\w+_secret_/);
  const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { number } ... on Payment { status } ... on AdminDashboard { orderCount } ... on User { orders(first: 5) { edges { node { id } } } payments(first: 5) { edges { node { id } } } } } }`;
  const period = intervalOf({ from: new Date('2000-01-01'), to: new Date('2100-01-01') });
  const of = [
    { __typename: 'Order', id: orderId },
    { __typename: 'Payment', id: mine.payment.id },
    { __typename: 'User', id: buyer.id },
    { __typename: 'AdminDashboard', period },
  ];
  const seenBy = async (viewer: typeof buyer | null) => (await graph.ask(entities, { of }, { viewer })).data._entities;
  expect(await seenBy(other)).toEqual([null, null, { orders: null, payments: null }, null]);
  expect(await seenBy(null)).toEqual([null, null, null, null]);
  const shown = [
    { number: 'M-000001' },
    { status: 'SUCCEEDED' },
    { orders: { edges: [{ node: { id: orderId } }] }, payments: { edges: [{ node: { id: mine.payment.id } }] } },
  ];
  expect(await seenBy(buyer)).toEqual([...shown, null]);
  expect(await seenBy(admin)).toEqual([...shown, { orderCount: 1 }]);
  const codes = async (name: string, input: object) =>
    (await change(name, input, other)).userErrors.map(({ code }: { code: string }) => code);
  expect(await codes('cancelOrder', { orderId })).toEqual(['NOT_FOUND']);
  expect(await codes('payOrder', { orderId, paymentMethod: 'pm_card_visa', idempotencyKey: randomUUID() })).toEqual([
    'NOT_FOUND',
  ]);
  for (const field of ['ledgerBalance { isBalanced }', 'adminOrders(first: 1) { edges { cursor } }']) {
    expect(codesOf(await graph.ask(`{ ${field} }`, {}, { viewer: buyer }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await graph.ask(`{ ${field} }`))).toEqual(['UNAUTHENTICATED']);
  }
  expect((await graph.ask('{ popularProducts { name } }')).data.popularProducts).toHaveLength(1);
});

test('an admin gives it back: the sweep pays, the ledger balances, the dashboard counts', async () => {
  const wish = { orderId, idempotencyKey: randomUUID() };
  expect(codesOf(await change('refundOrder', wish, buyer))).toEqual(['FORBIDDEN']);
  expect((await change('refundOrder', wish, admin)).order.lines[0].status).toBe('REFUNDING');
  await until(async () => (await read()).status === 'REFUNDED');
  expect(await read()).toMatchObject({
    lines: [{ status: 'REFUNDED' }],
    payment: { status: 'REFUNDED', refundedAmount: { decimal: '50.00' } },
  });
  const { data } = await graph.ask(
    `{ ledgerBalance { isBalanced sums { amountMinor currency } accounts { name amount { amountMinor } isConsistent } }
       refunded: adminOrders(first: 5, status: REFUNDED) { edges { node { id } } } paid: adminOrders(first: 5, status: PAID) { edges { node { id } } } }`,
    {},
    { viewer: admin },
  );
  expect(data).toEqual({
    ledgerBalance: {
      isBalanced: true,
      sums: [{ amountMinor: 0, currency: 'EUR' }],
      accounts: [
        { name: 'SALES:ProductVariant', amount: { amountMinor: 0 }, isConsistent: true },
        { name: 'STRIPE', amount: { amountMinor: 0 }, isConsistent: true },
      ],
    },
    refunded: { edges: [{ node: { id: orderId } }] },
    paid: { edges: [] },
  });
});

test('history comes in pages, latest first, both ways', async () => {
  const numbers: string[] = [];
  for (let n = 0; n < 4; n++) {
    await graph.ask(
      'mutation ($input: AddToCartInput!) { addToCart(input: $input) { userErrors { code } } }',
      { input: { variantId, quantity: 1 } },
      { viewer: buyer },
    );
    const wish = { expectedTotal: { amountMinor: 2_500, currency: 'EUR' }, idempotencyKey: randomUUID() };
    numbers.unshift((await change('checkout', wish)).order.number);
  }
  const page = async (args: string) => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { orders(${args}) { edges { node { number } } pageInfo { hasNextPage endCursor startCursor } } } } }`;
    const { data } = await graph.ask(query, { of: [{ __typename: 'User', id: buyer.id }] }, { viewer: buyer });
    const { edges, pageInfo } = data._entities[0].orders;
    return { numbers: edges.map(({ node }: { node: { number: string } }) => node.number), pageInfo };
  };
  const all = [...numbers, 'M-000001'];
  const first = await page('first: 3');
  expect(first).toMatchObject({ numbers: all.slice(0, 3), pageInfo: { hasNextPage: true } });
  const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
  expect(second).toMatchObject({ numbers: all.slice(3), pageInfo: { hasNextPage: false } });
  expect((await page(`last: 3, before: "${second.pageInfo.startCursor}"`)).numbers).toEqual(all.slice(0, 3));
});

test('what was taken out of the shop is seen by who bought it, by its id as in the order', async () => {
  const product = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ProductVariant { product { id } } } }`;
  const reference = { of: [{ __typename: 'ProductVariant', id: variantId }] };
  const { data } = await graph.ask(product, reference, { viewer: buyer });
  const productId: string = data._entities[0].product.id;
  await graph.ask(
    'mutation ($id: ID!) { archiveProduct(input: {productId: $id}) { userErrors { code } } }',
    { id: productId },
    { viewer: admin },
  );
  const seenBy = async (viewer: typeof buyer) => (await graph.ask(product, reference, { viewer })).data._entities[0];
  expect(await seenBy(buyer)).toEqual({ product: { id: productId } });
  expect(await seenBy(other)).toBeNull();
});
