// Nothing public is missing from the access matrix, and nothing stands there that does not exist.
import { readFileSync } from 'node:fs';
import { subgraphNames } from '@mosaic/embedded/supervisor/subgraphs';
import { buildSchema, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { entityRows, rootRows } from './matrix.js';

const read = (path: string) => readFileSync(new URL(`../../schema/${path}`, import.meta.url), 'utf8');
const api = buildSchema(read('api.graphql'));

test('every root field has a row, and every row a root field', () => {
  const public_ = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );
  expect(new Set(rootRows.map(({ operation, field }) => `${operation}.${field}`))).toEqual(new Set(public_));
});

test('every entity has a row, and every row an entity', () => {
  const entities = subgraphNames.flatMap((name) =>
    [...read(`subgraphs/${name}.graphql`).matchAll(/^type (\w+)[^{]*@key\(fields: "id"\)/gm)].map(([, type]) => type),
  );
  expect(new Set(entityRows.map(({ type }) => type))).toEqual(new Set(entities));
});

test('a field that is withheld from some is nullable', () => {
  for (const { type, withheld } of entityRows) {
    const shape = api.getType(type);
    if (!isObjectType(shape)) throw new Error(`${type} is no object type`);
    for (const field of withheld.keys())
      expect(String(shape.getFields()[field]?.type), `${type}.${field}`).not.toMatch(/!$/);
  }
});
