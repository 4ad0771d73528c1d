// Who sees and does what of the shop and of carts: the same through root fields and the federation door.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, codesOf, type Served, serve } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { ADD_TO_CART, ADD_VARIANT, CREATE_PRODUCT, MY_CART, REMOVE_LINE } from '../lab/operations.js';

let commerce: Served;
const [buyer, other] = [person(), person()];
const guest = mintId('Guest');
const callers: Record<string, Caller> = {
  nobody: {},
  'a guest': { guest },
  'a person': { viewer: buyer },
  'another person': { viewer: other },
  'a coach': { viewer: person('COACH') },
  'an admin': { viewer: person('ADMIN') },
};
const admin = callers['an admin'] as Caller;
let product: string;
let variant: string;
let archived: string;
let archivedVariant: string;

const stocked = async (slug: string) => {
  const created = await commerce.ask(CREATE_PRODUCT, { input: { slug, name: slug } }, admin);
  const productId: string = created.data.createProduct.product.id;
  const input = { productId, sku: slug, name: slug, price: { amountMinor: 500, currency: 'EUR' } };
  const added = await commerce.ask(ADD_VARIANT, { input }, admin);
  return [productId, added.data.addProductVariant.variant.id as string] as const;
};

beforeAll(async () => {
  commerce = await serve();
  [product, variant] = await stocked('sold');
  [archived, archivedVariant] = await stocked('gone');
  const input = { variantId: archivedVariant, quantity: 1 };
  await commerce.ask(ADD_TO_CART, { input }, { viewer: buyer });
  const archive = 'mutation ($id: ID!) { archiveProduct(input: {productId: $id}) { product { isArchived version } } }';
  for (let again = 0; again < 2; again += 1) {
    const { data } = await commerce.ask(archive, { id: archived }, admin);
    expect(data.archiveProduct.product).toEqual({ isArchived: true, version: 2 });
  }
});
afterAll(() => commerce.close());

const entity = async (type: string, id: string, fields: string, caller: Caller) => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`;
  return (await commerce.ask(query, { r: [{ __typename: type, id }] }, caller)).data._entities[0];
};

describe.each(Object.keys(callers))('%s', (who) => {
  const caller = callers[who] as Caller;

  test('sees the shop', async () => {
    const query = 'query ($id: ID) { product(id: $id) { slug variants { sku } } }';
    const seen = { slug: 'sold', variants: [{ sku: 'sold' }] };
    expect((await commerce.ask(query, { id: product }, caller)).data.product).toEqual(seen);
    expect(await entity('Product', product, 'slug', caller)).toEqual({ slug: 'sold' });
    expect(await entity('ProductVariant', variant, 'sku product { slug }', caller)).toEqual({
      sku: 'sold',
      product: { slug: 'sold' },
    });
  });

  test('sees what was taken out of the shop only when they run it, or have it in the cart', async () => {
    const isSeen = who === 'an admin' || who === 'a person';
    const query = 'query ($id: ID, $slug: String) { product(id: $id, slug: $slug) { slug } }';
    const seen = isSeen ? { slug: 'gone' } : null;
    for (const by of [{ id: archived }, { slug: 'gone' }])
      expect((await commerce.ask(query, by, caller)).data.product).toEqual(seen);
    expect(await entity('Product', archived, 'slug', caller)).toEqual(seen);
    expect(await entity('ProductVariant', archivedVariant, 'sku', caller)).toEqual(isSeen ? { sku: 'gone' } : null);
    const list = '{ products(first: 100) { edges { node { slug } } facets { count } } }';
    const shop = { edges: [{ node: { slug: 'sold' } }], facets: { count: 1 } };
    expect((await commerce.ask(list, {}, caller)).data.products).toEqual(shop);
  });

  test('changes the shop only when they run it', async () => {
    const codes = who === 'an admin' ? [] : [caller.viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED'];
    const price = '{amountMinor: 1, currency: "EUR"}';
    const fields = [
      'createProduct(input: {slug: "s", name: "n"})',
      `updateProduct(input: {productId: "${archived}", expectedVersion: 2, name: "gone"})`,
      `archiveProduct(input: {productId: "${archived}"})`,
      `addProductVariant(input: {productId: "${archived}", sku: "x", name: "n", price: ${price}})`,
      `updateProductVariant(input: {variantId: "${archivedVariant}", expectedVersion: 1, price: ${price}})`,
      `adjustStock(input: {variantId: "${archivedVariant}", delta: 1, reason: "r", idempotencyKey: "${randomUUID()}"})`,
    ];
    for (const field of fields)
      expect(codesOf(await commerce.ask(`mutation { ${field} { userErrors { code } } }`, {}, caller))).toEqual(codes);
  });

  test('sees their own cart and nobody else’s', async () => {
    const mine = (await commerce.ask(MY_CART, {}, { viewer: buyer })).data.cart;
    const isOwner = who === 'a person';
    expect(await entity('Cart', mine.id, 'id', caller)).toEqual(isOwner ? { id: mine.id } : null);
    const answer = await commerce.ask(MY_CART, {}, caller);
    if (who === 'nobody') return expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.data.cart.id === mine.id).toBe(isOwner);
    if (isOwner) return;
    expect(answer.data.cart).toMatchObject({ lines: [], total: null });
    const input = { lineId: mine.lines[0].id };
    const { data } = await commerce.ask(REMOVE_LINE, { input }, caller);
    expect(data.removeCartLine).toEqual({ cart: null, userErrors: [{ code: 'NOT_FOUND', path: ['lineId'] }] });
  });
});

test('a cart still shows what was taken out of the shop, and does not count it', async () => {
  const { data } = await commerce.ask(MY_CART, {}, { viewer: buyer });
  expect(data.cart).toMatchObject({
    total: null,
    lines: [{ title: 'gone, gone', isBuyable: false, item: { __typename: 'ProductVariant', sku: 'gone' } }],
  });
});

test('a guest’s cart is kept while they are signed in as somebody: the person’s is shown', async () => {
  const input = { variantId: variant, quantity: 2 };
  await commerce.ask(ADD_TO_CART, { input }, { guest });
  const { data } = await commerce.ask(MY_CART, {}, { viewer: other, guest });
  expect(data.cart.lines).toEqual([]);
  const own = await commerce.ask(MY_CART, {}, { guest });
  expect(own.data.cart).toMatchObject({ total: { amountMinor: 1_000, currency: 'EUR' }, lines: [{ quantity: 2 }] });
});

test('ids that are none, and of other types, are null at every door', async () => {
  for (const type of ['Product', 'ProductVariant', 'Cart', 'User'])
    for (const id of ['', 'x', '\u0000', 'A'.repeat(1_000), mintId('Room'), mintId('Media')])
      expect(await entity(type, id, 'id', admin)).toBeNull();
  expect(await entity('User', buyer.id, 'id', {})).toBeNull();
  expect(await entity('User', buyer.id, 'id', { viewer: other })).toEqual({ id: buyer.id });
});
