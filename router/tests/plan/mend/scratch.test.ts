import { test } from 'vitest';
import { graphLab } from './lab/graph-lab.js';

const products = [
  { upc: 'p1', name: 'One', weight: 2, price: 10 },
  { upc: 'p2', name: 'Two', weight: 0, price: 0 },
];
const find = async ({ upc, ...rest }: any) => ({ ...products.find((p) => p.upc === upc), rep: rest });
const shop = () =>
  graphLab({
    stock: {
      sdl: `
    type Query { products: [Product!]! }
    type Product @key(fields: "upc") { upc: String! name: String weight: Int price(currency: String!): Int category: Category }
    type Category { id: ID! average(currency: String!): Int }
  `,
      resolvers: {
        Query: { products: () => products },
        Product: {
          __resolveReference: find,
          price: (p: any, { currency }: any) => (currency === 'EUR' ? p.price * 2 : p.price),
          category: () => ({ id: 'c' }),
        },
        Category: { average: (_: any, { currency }: any) => (currency === 'EUR' ? 200 : 100) },
      },
    },
    shipping: {
      sdl: `
    type Product @key(fields: "upc") { upc: String! weight: Int @external price(currency: String!): Int @external
      costUsd: String @requires(fields: "price(currency: \\"USD\\") weight")
      costEur: String @requires(fields: "price(currency: \\"EUR\\") weight")
      category: Category @external
      dear: String @requires(fields: "category { average(currency: \\"USD\\") }")
    }
    type Category { id: ID! @external average(currency: String!): Int @external }
  `,
      resolvers: {
        Product: {
          __resolveReference: async (r: any) => r,
          costUsd: (p: any) => 'usd' + p.price + 'x' + p.weight,
          costEur: (p: any) => 'eur' + p.price + 'x' + p.weight,
          dear: (p: any) => 'avg' + p.category?.average,
        },
      },
    },
  });
const show = async (lab: any, q: string) => {
  console.log(
    q,
    '\n',
    (() => {
      try {
        return lab.stockPlan(q);
      } catch (e) {
        return String(e);
      }
    })(),
    '\n',
    JSON.stringify(await lab.stock(q).catch((e: Error) => e.message)),
  );
};
test('x', async () => {
  const lab = shop();
  for (const q of [
    '{ products { costUsd } }',
    '{ products { price(currency: "EUR") costUsd } }',
    '{ products { costUsd costEur } }',
    '{ products { weight: name costUsd } }',
    '{ products { upc: name costUsd } }',
    '{ products { price: name costUsd } }',
    '{ products { dear category { average(currency: "EUR") } } }',
  ])
    await show(lab, q);
  const keys = () =>
    graphLab({
      a: {
        sdl: `type Query { a: A } type A @key(fields: "id") @key(fields: "code { one }") { id: ID! code: Code name: String! } type Code { one: ID! }`,
        resolvers: {
          Query: { a: () => ({ id: 1, code: { one: 'x' }, name: 'n' }) },
          A: { __resolveReference: async (r: any) => ({ id: 1, code: { one: 'x' }, name: 'n' }) },
        },
      },
      b: {
        sdl: `type Query { b: [A] } type A @key(fields: "id", resolvable: false) @key(fields: "code { one }") { id: ID! code: Code name: String! @external named: String @requires(fields: "name") } type Code { one: ID! @shareable }`,
        resolvers: {
          Query: { b: () => [{ id: 1, code: { one: 'x' } }] },
          A: {
            __resolveReference: async (r: any) => {
              if (!r.code) throw new Error('by id');
              return r;
            },
            named: (a: any) => 'named ' + a.name,
          },
        },
      },
    });
  try {
    const lab = keys();
    for (const q of ['{ b { id name named } }', '{ a { named } }', '{ b { id: named } }']) await show(lab, q);
  } catch (e) {
    console.log(String(e));
  }
  const nodes = () =>
    graphLab({
      a: {
        sdl: `type Query { product: Node } interface Node @key(fields: "id") { id: ID! } type Product implements Node @key(fields: "id") { id: ID! name: String! price: Float! }`,
        resolvers: {
          Query: { product: () => ({ __typename: 'Product', id: 1, name: 'n', price: 2 }) },
          Node: { __resolveReference: async () => ({ __typename: 'Product', id: 1 }), __resolveType: () => 'Product' },
          Product: { __resolveReference: async (r: any) => ({ id: 1, name: 'n', price: 2 }) },
        },
      },
      b: {
        sdl: `type Query { b: Node } type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String! }`,
        resolvers: { Query: { b: () => ({ id: 1, field: 'f' }) } },
      },
    });
  try {
    const lab = nodes();
    for (const q of [
      '{ b { id field } }',
      '{ b { ... on Product { name } } }',
      '{ product { id ... on Product { name } } }',
      '{ product { field } }',
      '{ b { __typename field } }',
      '{ b { field ... on Product { name } } }',
    ])
      await show(lab, q);
  } catch (e) {
    console.log(String(e));
  }
});
