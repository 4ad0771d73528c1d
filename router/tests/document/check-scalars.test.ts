// A literal that is none of its scalar is the client's mistake, told before anything is planned.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isScalarType, isSpecifiedScalarType, parse } from 'graphql';
import { expect, it } from 'vitest';
import { checkScalars } from '../../src/document/check-scalars.js';
import { validateDocument } from '../../src/document/validate-document.js';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema/api.graphql'), 'utf8'));
const judge = validateDocument(schema, true, [checkScalars]);
const complaintsOf = (query: string) => judge(parse(query))?.errors.map(({ message }) => message) ?? [];

const bad: [scalar: string, query: string, complaint: string][] = [
  [
    'ISO8601Duration',
    '{ monitor(id: "m") { stats(window: "week") { count } } }',
    'Value is not a valid ISO Duration: week',
  ],
  [
    'DateTime',
    'mutation { recordReading(input: {idempotencyKey: "0196b7e0-7c1f-7000-8000-000000000000", monitorId: "m", value: 1, at: "yesterday"}) { userErrors { code } } }',
    'DateTime cannot represent an invalid date-time-string yesterday.',
  ],
  [
    'UUID',
    'mutation { createRoom(input: {idempotencyKey: "x", title: "t", memberIds: []}) { userErrors { code } } }',
    'Value is not a valid UUID: x',
  ],
  [
    'Currency',
    '{ products(first: 1, minPrice: {amountMinor: 1, currency: "euro"}) { edges { cursor } } }',
    'Value is not a valid currency value: euro',
  ],
  [
    'SafeInt',
    '{ products(first: 1, minPrice: {amountMinor: 1.5, currency: "EUR"}) { edges { cursor } } }',
    'SafeInt cannot represent non-integer value: 1.5',
  ],
  [
    'TimeZone',
    '{ coaches(first: 1, timeZone: "Paris") { edges { cursor } } }',
    'Value is not a valid IANA time zone: Paris',
  ],
];

it.each(bad)('refuses a bad %s literal', (_, query, complaint) => {
  expect(complaintsOf(query)).toEqual([complaint]);
});

it('refuses a number where text is meant, and passes good literals and variables', () => {
  expect(complaintsOf('{ monitor(id: "m") { stats(window: 7) { count } } }')).toHaveLength(1);
  expect(complaintsOf('{ monitor(id: "m") { stats(window: "P7D") { count } } }')).toEqual([]);
  expect(complaintsOf('query ($w: ISO8601Duration!) { monitor(id: "m") { stats(window: $w) { count } } }')).toEqual([]);
});

it('knows every scalar of the API', () => {
  const own = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  expect(own.map(({ name }) => name).sort()).toEqual(bad.map(([scalar]) => scalar).sort((a, b) => (a < b ? -1 : 1)));
});
