// Rewriting what subgraphs are shown and what they answered.
import { createRequire } from 'node:module';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { applyRewrites } from '../../../src/plan/mend/apply-rewrites.js';

const schema = buildSchema(
  'type Query { thing: Thing } interface Thing { id: ID } type Good implements Thing { id: ID }',
);
const rename = [{ kind: 'KeyRenamer' as const, path: ['... on Thing', 'inner', '_m0_price'], renameKeyTo: 'price' }];
const seen = (value: unknown) => JSON.parse(JSON.stringify(value));

it.each([0, '', false, null, 7])('moves %j', (value) => {
  const shown = { __typename: 'Good', inner: [{ _m0_price: value }, { other: 1 }] };
  applyRewrites(schema, rename, shown);
  expect(seen(shown)).toEqual({ __typename: 'Good', inner: [{ price: value }, { other: 1 }] });
});

it('moves what the stock gateway loses', () => {
  const stock = createRequire(import.meta.url)('@apollo/gateway/dist/dataRewrites.js').applyRewrites;
  const shown = { __typename: 'Good', inner: { _m0_price: 0 } };
  stock(schema, rename, shown);
  expect(seen(shown)).toEqual({ __typename: 'Good', inner: { _m0_price: 0 } });
});

it('leaves other types as they are, and takes an object without a type name for any', () => {
  const other = { __typename: 'Query', inner: { _m0_price: 1 } };
  const untold = { inner: { _m0_price: 1 } };
  applyRewrites(schema, rename, other);
  applyRewrites(schema, rename, untold);
  expect(seen(other)).toEqual({ __typename: 'Query', inner: { _m0_price: 1 } });
  expect(seen(untold)).toEqual({ inner: { price: 1 } });
});

it('sets values, and never on a prototype', () => {
  const shown = { __typename: 'Good', id: '1' };
  applyRewrites(schema, [{ kind: 'ValueSetter', path: ['... on Good', '__typename'], setValueTo: 'Thing' }], shown);
  applyRewrites(schema, [{ kind: 'KeyRenamer', path: ['id'], renameKeyTo: '__proto__' }], shown);
  expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
  expect(JSON.stringify(shown)).toBe('{"__typename":"Thing","__proto__":"1"}');
});

it.each([
  ['objects', { a: 1, in: { x: 1 } }, { b: 2, in: { y: 2 } }, { a: 1, b: 2, in: { x: 1, y: 2 } }],
  ['lists of one length', [{ a: 1 }, null], [{ b: 2 }, null], [{ a: 1, b: 2 }, null]],
  ['the null of the one', null, { b: 2 }, null],
  ['the null of the other', { a: 1 }, null, null],
])('joins %s that end up under one key', (_, there, moved, joined) => {
  const shown = { engine: there, _t1_engine: moved };
  applyRewrites(schema, [{ kind: 'KeyRenamer', path: ['_t1_engine'], renameKeyTo: 'engine' }], shown);
  expect(seen(shown)).toEqual({ engine: joined });
});
