// The schema by itself: it is printed without a store, composes, and every entity has its door.
import { compose } from '@mosaic/schema/compose/compose';
import { entities } from '@mosaic/schema/entities';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { references } from '../../src/graphql/references.js';
import { sdl } from '../../src/subgraph.js';

const text = await sdl();

test('composes alone, without a hint of trouble', () => {
  const { api } = compose([{ name: 'users', url: 'http://users', sdl: text }]);
  expect(api).toContain('type User implements Node');
  expect(api).not.toContain('_entities');
});

test('every entity that can be entered has a reader, and every known node is a type of the schema', () => {
  const entered = [...text.matchAll(/^type (\w+) [^{]*@key\(fields: "(?:id|period)"\)/gm)].map(([, name]) => name);
  expect(new Set(entered)).toEqual(new Set(Object.keys(references)));
  const stubs = [...text.matchAll(/^type (\w+) [^{]*resolvable: false\)/gm)].map(([, name]) => name);
  const foreign = Object.entries(entities).flatMap(([name, { owner }]) => (owner === 'users' ? [] : [name]));
  expect(new Set(stubs)).toEqual(new Set(foreign));
});

test('nothing of the schema lacks a description', () => {
  const plain = text.replace(/^extend schema[\s\S]*?^\)/m, '').replace(/@\w+(\([^)]*\))?/g, '');
  const schema = buildSchema(plain);
  const bare = Object.values(schema.getTypeMap())
    .filter(
      ({ name }) => !name.startsWith('__') && !['String', 'Int', 'Boolean', 'ID', 'Query', 'Mutation'].includes(name),
    )
    .flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap((field) => (field.description ? [] : [`${type.name}.${field.name}`]))
        : []),
    ]);
  expect(bare).toEqual([]);
});

test('no password hash, sort name or seed is in the schema', () => {
  expect(text).not.toMatch(/hash|sortName|seed/i);
});
