// The schema by itself: it is printed without a store, composes, and every entity has its door.
import { compose } from '@mosaic/schema/compose/compose';
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
