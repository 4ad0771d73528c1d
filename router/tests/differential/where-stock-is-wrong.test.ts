// What the differential suite cannot compare, because the stock executor is wrong there: both answers, and ours is the
// one that the GraphQL specification asks for.
import { expect, it } from 'vitest';
import { askBoth } from './compare/scripted.js';
import { interfaces, unions } from './graphs/abstract.js';
import { nulls, rewritten, shareable } from './graphs/values.js';

it('tells of an entity by its own place, also behind one that could not be asked about', async () => {
  const { ours, stock } = await askBoth(unions, '{ search { ... on Note { text } ... on Book { pages } } }', {
    shelf: [
      {
        data: {
          search: [
            { __typename: 'Note', text: 'n' },
            { __typename: 'Book', id: '1' },
          ],
        },
      },
    ],
    press: [{ data: { _entities: [null] }, errors: [{ message: 'torn', path: ['_entities', 0, 'pages'] }] }],
  });
  expect(ours.errors).toEqual([['torn', ['search', 1, 'pages']]]);
  expect(stock.errors).toEqual([['torn', ['search', 0, 'pages']]]);
});

it('tells of an entity at each place where it stands, though it asked about it once', async () => {
  const books = [1, 2, 1].map((id) => ({ __typename: 'Book', id }));
  const { ours } = await askBoth(unions, '{ search { ... on Book { related { __typename } } } }', {
    shelf: [{ data: { search: books } }],
    press: [
      {
        data: { _entities: [{ related: null }, { related: [] }] },
        errors: [{ message: 'torn', path: ['_entities', 0, 'related'] }],
      },
    ],
  });
  expect(ours.errors).toEqual([
    ['torn', ['search', 0, 'related']],
    ['torn', ['search', 2, 'related']],
  ]);
});

it('finds a fragment on an interface within a fragment on another, though no type name was fetched', async () => {
  const { ours, stock } = await askBoth(interfaces, '{ owners { ... on Named { ... on Node { id } } } }', {
    people: [{ data: { owners: [{ id: 'o' }] } }],
  });
  expect(ours.data).toEqual({ owners: [{ id: 'o' }] });
  expect(stock.data).toEqual({ owners: [{}] });
});

it('keeps the order of the operation where fragments of one type stand apart', async () => {
  const query = '{ shown { ... on Place { id } __typename ... on Place { score } } }';
  const { ours, stock } = await askBoth(shareable, query, {
    kinds: [{ data: { shown: { __typename: 'Place', id: 'p', score: 1 } } }],
  });
  expect(JSON.stringify(ours.data)).toBe('{"shown":{"id":"p","__typename":"Place","score":1}}');
  expect(JSON.stringify(stock.data)).toBe('{"shown":{"id":"p","score":1,"__typename":"Place"}}');
});

it('answers a field under the name of a key', async () => {
  const { ours, stock } = await askBoth(nulls, '{ root { id: twin { id_1: id } } }', {
    tree: [{ data: { root: { __typename: 'Branch', id: 'r' } } }],
    soil: [(query) => ({ data: { _entities: [{ [keyOf('twin', query)]: { id_1: 't' } }] } })],
  });
  expect(ours).toEqual({ data: { root: { id: { id_1: 't' } } }, errors: [], completion: [] });
  expect(stock.data).toBeNull();
});

it('moves a value that is 0 or empty as any other, where the plan asks for it under another name', async () => {
  const { ours, stock } = await askBoth(rewritten, '{ items { ... on Car { fuel } ... on Bike { fuel } } }', {
    garage: [
      (query) => ({
        data: {
          items: [
            { __typename: 'Car', fuel: 'GAS' },
            { __typename: 'Bike', [keyOf('fuel', query)]: '' },
          ],
        },
      }),
    ],
  });
  // '' is no Fuel: that it is told shows that it came through.
  expect(ours.completion).toEqual([['Invalid value found for field Bike.fuel.', ['items', 1, 'fuel']]]);
  expect(stock.completion).toEqual([]);
});

/** The response key under which a query asks for a field. */
const keyOf = (field: string, query: string): string => new RegExp(`(\\w+): ?${field}\\b`).exec(query)?.[1] ?? field;
