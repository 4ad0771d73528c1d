// Pages multiply: what an operation asks for is counted with the variables of the request.
import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { limitRecords } from '../../src/document/limit-records.js';
import type { Passage } from '../../src/passage.js';
import { Refused } from '../../src/respond/refusals.js';

const schema = buildSchema(`
  type Query { all(first: Int, last: Int): Row  rows(ids: [ID!]!): [Row] }
  type Row { id: ID  rows(first: Int, last: Int): Row }
`);
const admit = limitRecords(schema);

async function judge(query: string, variables = {}): Promise<string> {
  const document = parse(query);
  const operation = getOperationAST(document);
  const verdict = await admit({ document, operation, asked: { query, variables } } as unknown as Passage);
  return verdict instanceof Refused ? verdict.code : 'admitted';
}

const ids = Array.from({ length: 100 }, (_, at) => `id${at}`);

it.each([
  ['pages of literals', '{ all(first: 100) { rows(last: 50) { id } } }', {}],
  ['a variable', 'query ($n: Int) { all(first: 100) { rows(first: $n) { id } } }', { n: 50 }],
  ['its default', 'query ($n: Int = 50) { all(first: 100) { rows(first: $n) { id } } }', {}],
  ['many ids', 'query ($ids: [ID!]!) { rows(ids: $ids) { rows(first: 50) { id } } }', { ids }],
  ['a fragment', '{ all(first: 100) { ...A } } fragment A on Row { rows(first: 50) { id } }', {}],
  ['an inline fragment that is skipped', '{ all(first: 100) { ... @skip(if: true) { rows(first: 50) { id } } } }', {}],
  ['aliases', '{ a: all(first: 100) { rows(first: 25) { id } } b: all(first: 100) { rows(first: 25) { id } } }', {}],
])('more than 5,000 records are refused: %s', async (_, query, variables) => {
  expect(await judge(query, variables)).toBe('TOO_MANY_RECORDS');
});

it('5,000 are admitted, a negative page hides no other, and wrong variables are for execution to name', async () => {
  expect(await judge('{ all(first: 100) { rows(first: 49) { id } } }')).toBe('admitted');
  expect(await judge('{ a: all(first: -100000) { id } b: all(first: 5001) { id } }')).toBe('TOO_MANY_RECORDS');
  expect(await judge('query ($n: Int) { all(first: $n) { id } }', { n: 'many' })).toBe('admitted');
  expect(await judge('{ __typename }')).toBe('admitted');
});
