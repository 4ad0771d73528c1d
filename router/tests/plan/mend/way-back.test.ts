// A subgraph that says of one of its keys that it cannot find entities by it.
import type { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { graphLab } from './lab/graph-lab.js';

const thing = { id: '1', code: { one: 'x' }, name: 'Thing' };

const open = (edit?: (sdl: string) => string) =>
  graphLab(
    {
      names: {
        sdl: `
          type Query { first: Thing }
          type Thing @key(fields: "id") @key(fields: "code { one }") { id: ID! code: Code! name: String! }
          type Code @shareable { one: ID! }`,
        resolvers: { Query: { first: () => thing }, Thing: { __resolveReference: async () => thing } },
      },
      labels: {
        sdl: `
          type Query { things: [Thing!]! }
          type Thing @key(fields: "id", resolvable: false) @key(fields: "code { one }") {
            id: ID! code: Code! name: String! @external label: String! @requires(fields: "name")
          }
          type Code @shareable { one: ID! }`,
        resolvers: {
          Query: { things: () => [{ id: '1', code: { one: 'x' } }] },
          Thing: {
            async __resolveReference(shown: { code?: unknown }) {
              if (!shown.code) throw new Error('it cannot be found by its id');
              return shown;
            },
            label: ({ name }: { name: string }) => `label of ${name}`,
          },
        },
      },
    },
    edit,
  );

it('is found by another key', async () => {
  const { stock, ours } = open();
  const query = '{ things { id label } }';
  expect((await stock(query)).errors).toMatchObject([{ message: 'it cannot be found by its id' }]);
  expect(await ours(query)).toEqual({ data: { things: [{ id: '1', label: 'label of Thing' }] } });
});

it('is not asked at all when it has no other', async () => {
  const withoutTheOther = (sdl: string) => sdl.replace(/@join__type\(graph: LABELS, key: "code \{ one \}"\)/, '');
  const { stock, planned, ours, asked, sdl } = open(withoutTheOther);
  expect(sdl.match(/graph: LABELS, key: /g)).toHaveLength(1);
  const query = '{ things { id label } }';
  expect((await stock(query)).errors).toMatchObject([{ message: 'it cannot be found by its id' }]);
  const message = 'This operation cannot be planned, so nothing was asked: Thing.label cannot be reached by any key.';
  expect((planned(query) as GraphQLError).toJSON()).toEqual({ message, extensions: { code: 'PLAN_IMPOSSIBLE' } });
  expect(await ours(query)).toEqual({ errors: [{ message }] });
  expect(asked).toEqual([]);
});
