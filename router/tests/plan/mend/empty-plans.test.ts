// Operations of which the planner leaves a part out, or everything.
import { describe, expect, it } from 'vitest';
import { graphLab } from './lab/graph-lab.js';
import { openShop } from './lab/shop.js';

describe('an interface of which a subgraph knows no type', () => {
  const { stock, stockPlan, ours } = graphLab({
    shapes: {
      sdl: 'type Query { shape: Shape fine: Int } interface Shape @key(fields: "id") { id: ID! }',
      resolvers: { Query: { shape: () => ({ __typename: 'Round', id: 1 }), fine: () => 1 } },
    },
    colours: {
      sdl: `
        type Query { coloured: Shape }
        type Shape @key(fields: "id", resolvable: false) @interfaceObject { id: ID! colour: String! }`,
      resolvers: { Query: { coloured: () => ({ id: 1, colour: 'red' }) } },
    },
  });
  const unknown = 'Abstract type "Shape" was resolved to a type "Round" that does not exist inside the schema.';

  it('is asked, so that its error is heard', async () => {
    expect(stockPlan('{ shape { colour } }')).toEqual({ kind: 'QueryPlan' });
    expect(await stock('{ shape { colour } }')).toEqual({ data: { shape: null } });
    expect(await ours('{ shape { colour } }')).toEqual({
      data: { shape: null },
      errors: [{ message: unknown, path: ['shape'] }],
    });
  });

  it('is asked beside fields that the planner knows', async () => {
    expect(await stock('{ shape { colour } fine }')).toEqual({ data: { shape: null, fine: 1 } });
    expect(await ours('{ shape { colour } fine }')).toEqual({
      data: { shape: null, fine: 1 },
      errors: [{ message: unknown, path: ['shape'] }],
    });
  });

  it('is left alone where it is answered', async () => {
    expect(await ours('{ coloured { id colour } }')).toEqual({ data: { coloured: { id: '1', colour: 'red' } } });
  });
});

it('answers an object of which nothing is wanted in the end', async () => {
  const { stock, ours } = openShop();
  const query = 'query ($on: Boolean!) { good(upc: "p1") @include(if: $on) { name @include(if: false) } }';
  expect(await stock(query, { on: true })).toEqual({ data: { good: null } });
  expect(await ours(query, { on: true })).toEqual({ data: { good: {} } });
  expect(await ours(query, { on: false })).toEqual({ data: {} });
});
