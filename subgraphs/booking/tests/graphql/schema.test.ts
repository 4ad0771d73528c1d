// The schema by itself: it is printed without a store, composes, and every entity has its door.
import { compose } from '@mosaic/schema/compose/compose';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { references } from '../../src/graphql/references.js';
import { sdl } from '../../src/subgraph.js';

const text = await sdl();

test('composes alone, without a hint of trouble', () => {
  const { api } = compose([{ name: 'booking', url: 'http://booking', sdl: text }]);
  expect(api).toContain('type Offering implements Node');
  expect(api).not.toContain('_entities');
});

test('every entity that can be entered has a reader', () => {
  const entered = [...text.matchAll(/^type (\w+) [^{]*@key\(fields: "\w+"\)/gm)].map(([, name]) => name);
  expect(new Set(entered)).toEqual(new Set(Object.keys(references)));
});

test('nothing of the schema lacks a description', () => {
  const plain = text.replace(/^extend schema[\s\S]*?^\)/m, '').replace(/@\w+(\([^)]*\))?/g, '');
  const roots = ['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Boolean', 'ID', 'Float'];
  const types = Object.values(buildSchema(plain).getTypeMap());
  const bare = types
    .filter(({ name }) => !name.startsWith('__') && !roots.includes(name))
    .flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap(({ name, description }) =>
            description ? [] : [`${type.name}.${name}`],
          )
        : []),
    ]);
  expect(bare).toEqual([]);
});

test('buffers of an appointment, its order and what it blocks are in no field', () => {
  const fields = /^type Appointment [^}]*}/m.exec(text)?.[0] ?? '';
  expect(fields).toContain('heldUntil');
  expect(fields).not.toMatch(/blocked|buffer|orderId|clientId|coachUserId/i);
});
