// The shop through the graph: an admin fills it, everybody finds things in it.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Served, serve } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { ADD_VARIANT, ADJUST_STOCK, CREATE_PRODUCT } from '../lab/operations.js';

let commerce: Served;
const queries: string[] = [];
const admin = { viewer: person('ADMIN') };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

beforeAll(async () => {
  commerce = await serve({ onQuery: (sql) => queries.push(sql) });
});
afterAll(() => commerce.close());

const create = async (slug: string, more: object = {}) => {
  const { data } = await commerce.ask(CREATE_PRODUCT, { input: { slug, name: slug, ...more } }, admin);
  return data.createProduct;
};
const addVariant = async (productId: string, sku: string, amountMinor: number, stock = 0) => {
  const input = { productId, sku, name: sku, price: eur(amountMinor) };
  const { variant } = (await commerce.ask(ADD_VARIANT, { input }, admin)).data.addProductVariant;
  const adjustment = { variantId: variant.id, delta: stock, reason: 'delivery', idempotencyKey: randomUUID() };
  if (stock > 0) await commerce.ask(ADJUST_STOCK, { input: adjustment }, admin);
  return variant;
};

test('a product with a variant, pictures and stock', async () => {
  const { product, userErrors } = await create('boots', {
    name: 'Walking  boots ',
    attributes: [{ key: 'material', value: 'leather' }],
    categories: ['Shoes', 'SHOES', 'Outdoors'],
    mediaIds: [mintId('Media')],
  });
  expect(userErrors).toEqual([]);
  expect(product).toMatchObject({
    slug: 'boots',
    name: 'Walking boots',
    description: '',
    isArchived: false,
    version: 1,
    attributes: [{ key: 'material', value: 'leather' }],
    categories: [{ name: 'SHOES' }, { name: 'Outdoors' }],
    pictures: [{ grant: expect.stringMatching(/^[\w-]+\.[\w-]+$/) }],
    priceRange: null,
  });
  const variant = await addVariant(product.id, 'BOOTS-42', 8_990, 3);
  expect(variant).toEqual({
    id: variant.id,
    sku: 'BOOTS-42',
    name: 'BOOTS-42',
    version: 1,
    available: 0,
    isInStock: false,
    price: { amountMinor: 8_990, currency: 'EUR', decimal: '89.90' },
    product: { slug: 'boots' },
  });
  await addVariant(product.id, 'BOOTS-44', 9_990);
  const query = `query ($id: ID, $slug: String) {
    product(id: $id, slug: $slug) { id variants { sku available isInStock } priceRange { min { decimal } max { decimal } } }
  }`;
  const seen = {
    id: product.id,
    variants: [
      { sku: 'BOOTS-42', available: 3, isInStock: true },
      { sku: 'BOOTS-44', available: 0, isInStock: false },
    ],
    priceRange: { min: { decimal: '89.90' }, max: { decimal: '99.90' } },
  };
  for (const by of [{ id: product.id }, { slug: 'boots' }])
    expect((await commerce.ask(query, by)).data.product).toEqual(seen);
  for (const by of [{}, { id: product.id, slug: 'boots' }])
    expect(codesOf(await commerce.ask(query, by))).toEqual(['BAD_INPUT']);
  expect((await commerce.ask(query, { slug: '\u0000' })).data.product).toBeNull();
});

test('what cannot be is refused with its code and place', async () => {
  const { product } = await create('refusals');
  const refusalOf = async (input: object) => (await create('x', input)).userErrors;
  expect((await create('refusals')).userErrors).toEqual([{ code: 'SLUG_TAKEN', path: ['slug'] }]);
  expect(await refusalOf({ slug: 'No Slug' })).toEqual([{ code: 'BAD_INPUT', path: ['slug'] }]);
  expect(await refusalOf({ name: ' ' })).toEqual([{ code: 'BAD_INPUT', path: ['name'] }]);
  expect(await refusalOf({ mediaIds: ['x'] })).toEqual([{ code: 'BAD_INPUT', path: ['mediaIds'] }]);
  const many = Array.from({ length: 21 }, (_, n) => ({ key: `k${n}`, value: 'v' }));
  expect(await refusalOf({ attributes: many })).toEqual([{ code: 'TOO_MANY', path: ['attributes'] }]);
  const twice = [many[0], { key: 'K0', value: 'w' }];
  expect(await refusalOf({ attributes: twice })).toEqual([{ code: 'BAD_INPUT', path: ['attributes'] }]);

  await addVariant(product.id, 'ONCE', 100);
  const add = async (more: object) => {
    const input = { productId: product.id, sku: 'NEW', name: 'n', price: eur(100), ...more };
    return (await commerce.ask(ADD_VARIANT, { input }, admin)).data.addProductVariant.userErrors[0].code;
  };
  expect(await add({ sku: 'ONCE' })).toBe('SKU_TAKEN');
  expect(await add({ price: { amountMinor: 100, currency: 'JPY' } })).toBe('CURRENCY_MISMATCH');
  for (const amountMinor of [0, -1, 1_000_000_001]) expect(await add({ price: eur(amountMinor) })).toBe('BAD_INPUT');
  expect(await add({ productId: mintId('Product') })).toBe('NOT_FOUND');
});

test('two editors: the second is told, and nothing of the first is lost', async () => {
  const { product } = await create('edited');
  const update = `mutation ($input: UpdateProductInput!) {
    updateProduct(input: $input) { product { name description version } userErrors { code path } }
  }`;
  const change = (more: object) => ({ input: { productId: product.id, expectedVersion: 1, ...more } });
  const answers = await Promise.all([
    commerce.ask(update, change({ name: 'First' }), admin),
    commerce.ask(update, change({ name: 'Second' }), admin),
  ]);
  const outcomes = answers.map(({ data }) => data.updateProduct);
  expect(outcomes.filter(({ product: changed }) => changed?.version === 2)).toHaveLength(1);
  expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([{ code: 'CONFLICT', path: ['expectedVersion'] }]);
});

test('products are searched, filtered, counted and paged', async () => {
  for (const [at, color] of ['red', 'red', 'blue'].entries()) {
    const attributes = [{ key: 'color', value: color }];
    const { product } = await create(`lamp-${at}`, { name: `Lampe ${at}`, attributes, categories: ['Lights'] });
    await addVariant(product.id, `LAMP-${at}`, 1_000 * (at + 1), at);
  }
  const query = `query ($search: String, $after: String, $attributes: [ProductAttributeInput!], $inStock: Boolean, $maxPrice: MoneyInput) {
    products(search: $search, first: 2, after: $after, attributes: $attributes, inStock: $inStock, maxPrice: $maxPrice, sort: PRICE_ASC) {
      edges { node { name } }
      pageInfo { hasNextPage endCursor }
      facets { count inStockCount categories { category { name } count } attributes { key values { value count } } prices { min { decimal } max { decimal } } }
    }
  }`;
  const namesOf = (data: { products: { edges: { node: { name: string } }[] } }) =>
    data.products.edges.map(({ node }) => node.name);
  const first = (await commerce.ask(query, { search: 'lampes' })).data;
  expect(namesOf(first)).toEqual(['Lampe 0', 'Lampe 1']);
  expect(first.products.facets).toEqual({
    count: 3,
    inStockCount: 2,
    categories: [{ category: { name: 'Lights' }, count: 3 }],
    attributes: [
      {
        key: 'color',
        values: [
          { value: 'red', count: 2 },
          { value: 'blue', count: 1 },
        ],
      },
    ],
    prices: [{ min: { decimal: '10.00' }, max: { decimal: '30.00' } }],
  });
  const after = first.products.pageInfo.endCursor;
  expect(namesOf((await commerce.ask(query, { search: 'lampes', after })).data)).toEqual(['Lampe 2']);
  expect(codesOf(await commerce.ask(query, { search: 'other', after }))).toEqual(['BAD_CURSOR']);
  const red = { search: 'lampe', attributes: [{ key: 'color', value: 'red' }], inStock: true, maxPrice: eur(2_500) };
  expect(namesOf((await commerce.ask(query, red)).data)).toEqual(['Lampe 1']);
  expect(codesOf(await commerce.ask(query, { search: 'x'.repeat(101) }))).toEqual(['BAD_INPUT']);
});

test('whatever the number of products, each table is asked once', async () => {
  const query =
    '{ products(first: 50) { edges { node { variants { available product { name } } categories { name } } } } }';
  queries.length = 0;
  const { data } = await commerce.ask(query);
  expect(data.products.edges.length).toBeGreaterThan(4);
  for (const table of ['"products"', '"product_variants"', '"product_categories"', ' stock '])
    expect(
      queries.filter((sql) => sql.includes(`from ${table.trim()} `) && !sql.includes('product_search')),
    ).toHaveLength(1);
});

test('what is popular is asked for in numbers of 1 to 50', async () => {
  for (const first of [0, -1, 51])
    expect(codesOf(await commerce.ask(`{ popularProducts(first: ${first}) { id } }`))).toEqual(['BAD_INPUT']);
  expect((await commerce.ask('{ popularProducts(first: 50) { id } }')).data.popularProducts).toEqual([]);
});
