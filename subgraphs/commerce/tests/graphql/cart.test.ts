// The cart through the graph: what it costs now, what changed, what is held, and what removing gives back.
import { announce } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { minutes } from '@mosaic/kernel/values/time';
import { claimHeld } from '@mosaic/schema/events/claims';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenCommerce } from '../../src/subgraph.js';
import { deliver } from '../lab/announce.js';
import { type Served, serve } from '../lab/open-graph.js';
import { HandClock, person } from '../lab/open-lab.js';
import { ADD_TO_CART, ADD_VARIANT, CREATE_PRODUCT, MY_CART, REMOVE_LINE } from '../lab/operations.js';

let commerce: Served;
let beside: OpenCommerce;
const clock = new HandClock();
const admin = { viewer: person('ADMIN') };

beforeAll(async () => {
  commerce = await serve({ clock });
  beside = await commerce.alongside();
});
afterAll(() => commerce.close());

const newVariant = async (slug: string, amountMinor: number): Promise<string> => {
  const created = await commerce.ask(CREATE_PRODUCT, { input: { slug, name: slug } }, admin);
  const productId = created.data.createProduct.product.id;
  const input = { productId, sku: slug, name: 'One', price: { amountMinor, currency: 'EUR' } };
  return (await commerce.ask(ADD_VARIANT, { input }, admin)).data.addProductVariant.variant.id;
};

test('a guest fills a cart; a changed price is shown and counted', async () => {
  const caller = { guest: mintId('Guest') };
  const variantId = await newVariant('shoe', 1_999);
  const added = await commerce.ask(ADD_TO_CART, { input: { variantId, quantity: 3 } }, caller);
  const line = {
    id: added.data.addToCart.cart.lines[0].id,
    title: 'shoe, One',
    quantity: 3,
    isPriceChanged: false,
    isBuyable: true,
    heldUntil: null,
    item: { __typename: 'ProductVariant', id: variantId, sku: 'shoe', available: 0 },
    unitPrice: { amountMinor: 1_999 },
    lineTotal: { amountMinor: 5_997 },
  };
  const cart = { id: added.data.addToCart.cart.id, total: { amountMinor: 5_997, currency: 'EUR' }, lines: [line] };
  expect(added.data.addToCart).toEqual({ cart, userErrors: [] });
  const reprice = `mutation ($id: ID!, $price: MoneyInput!) {
    updateProductVariant(input: {variantId: $id, expectedVersion: 1, price: $price}) { variant { version } userErrors { code } }
  }`;
  await commerce.ask(reprice, { id: variantId, price: { amountMinor: 2_500, currency: 'EUR' } }, admin);
  expect((await commerce.ask(MY_CART, {}, caller)).data.cart).toEqual({
    ...cart,
    total: { amountMinor: 7_500, currency: 'EUR' },
    lines: [{ ...line, isPriceChanged: true, unitPrice: { amountMinor: 2_500 }, lineTotal: { amountMinor: 7_500 } }],
  });
  const more = await commerce.ask(ADD_TO_CART, { input: { variantId, quantity: 97 } }, caller);
  expect(more.data.addToCart).toEqual({
    cart: null,
    userErrors: [{ code: 'QUANTITY_LIMIT', path: ['quantity'], parameters: [{ name: 'most', value: '99' }] }],
  });
});

test('a coaching hour and a course are held beside it, until their time is over', async () => {
  const viewer = person();
  const variantId = await newVariant('sock', 500);
  await commerce.ask(ADD_TO_CART, { input: { variantId, quantity: 1 } }, { viewer });
  const heldUntil = '2026-11-21T09:15:00.000Z';
  const hold = (itemId: string, claimId: string, amountMinor: number) => {
    const price = { amountMinor, currency: 'EUR' };
    const payload = { claimId, itemId, buyerId: viewer.id, title: 'Held', price, heldUntil };
    return deliver(beside, announce(claimHeld, claimId, payload, clock.now()));
  };
  const [appointment, course] = [mintId('Appointment'), mintId('Course')];
  await hold(appointment, appointment, 6_000);
  await hold(course, mintId('Enrollment'), 4_000);
  const { cart } = (await commerce.ask(MY_CART, {}, { viewer })).data;
  expect(cart.total).toEqual({ amountMinor: 10_500, currency: 'EUR' });
  expect(cart.lines).toMatchObject([
    { item: { __typename: 'ProductVariant', id: variantId }, isBuyable: true },
    { item: { __typename: 'Appointment', id: appointment }, heldUntil, isBuyable: true, isPriceChanged: false },
    { item: { __typename: 'Course', id: course }, heldUntil, isBuyable: true },
  ]);
  clock.advance(minutes(15));
  const late = (await commerce.ask(MY_CART, {}, { viewer })).data.cart;
  expect(late.total).toEqual({ amountMinor: 500, currency: 'EUR' });
  expect(late.lines.map((line: { isBuyable: boolean }) => line.isBuyable)).toEqual([true, false, false]);
  const input = { lineId: cart.lines[1].id };
  const removed = await commerce.ask(REMOVE_LINE, { input }, { viewer });
  expect(removed.data.removeCartLine.cart.lines).toHaveLength(2);
  const again = await commerce.ask(REMOVE_LINE, { input }, { viewer });
  expect(again.data.removeCartLine).toEqual({ cart: null, userErrors: [{ code: 'NOT_FOUND', path: ['lineId'] }] });
});
