// Arguments in a @requires that itself has to be gathered from other subgraphs: through lists, keys and fragments.
import { describe, expect, it } from 'vitest';
import { graphLab } from './lab/graph-lab.js';

const notes = [
  { id: 'n1', writer: 'ada', text: 'one' },
  { id: 'n2', writer: 'bob', text: 'two' },
  { id: 'n3', writer: 'cyd', text: 'three' },
];
const byId = async ({ id }: { id: string }) => notes.find((note) => note.id === id);

const { stock, ours } = graphLab({
  pages: {
    sdl: `
      type Query { page: Page! }
      type Page @key(fields: "id") { id: ID! notes(limit: Int!): [Note!] cover: Cover }
      type Note @key(fields: "id") { id: ID! }
      union Cover = Photo | Colour
      type Photo { title: String size(unit: String!): Int }
      type Colour { title: String name(language: String!): String }`,
    resolvers: {
      Query: { page: () => ({ id: '1' }) },
      Page: {
        __resolveReference: async (page: unknown) => page,
        notes: (_: unknown, { limit }: { limit: number }) => notes.slice(0, limit).map(({ id }) => ({ id })),
        cover: () => ({ __typename: 'Photo', title: 'Sea' }),
      },
      Photo: { size: (_: unknown, { unit }: { unit: string }) => (unit === 'px' ? 100 : 3) },
      Note: { __resolveReference: byId },
    },
  },
  texts: {
    sdl: 'type Note @key(fields: "id") { id: ID! writer: String text: String }',
    resolvers: { Note: { __resolveReference: byId } },
  },
  people: {
    sdl: `
      type Page @key(fields: "id") {
        id: ID!
        notes(limit: Int!): [Note!] @external
        cover: Cover @external
        first: String @requires(fields: "notes(limit: 1) { writer }")
        all: String @requires(fields: "notes(limit: 3) { writer }")
        pixels: String @requires(fields: "cover { ... on Photo { size(unit: \\"px\\") } ... on Colour { name(language: \\"en\\") } }")
      }
      type Note @key(fields: "id") { id: ID! writer: String @external }
      union Cover = Photo | Colour
      type Photo { size(unit: String!): Int @external }
      type Colour { name(language: String!): String @external }`,
    resolvers: {
      Page: {
        __resolveReference: async (page: unknown) => page,
        first: ({ notes }: { notes: { writer: string }[] }) => notes.map(({ writer }) => writer).join('+'),
        all: ({ notes }: { notes: { writer: string }[] }) => notes.map(({ writer }) => writer).join('+'),
        pixels: ({ cover }: { cover: { size: number } }) => `${cover.size} px`,
      },
    },
  },
});

describe('what @requires names is gathered with its own arguments', () => {
  it.each([
    ['{ page { all notes(limit: 1) { id text } } }', { all: 'ada+bob+cyd', notes: [{ id: 'n1', text: 'one' }] }],
    ['{ page { first all } }', { first: 'ada', all: 'ada+bob+cyd' }],
    [
      '{ page { first all notes(limit: 2) { writer } } }',
      { first: 'ada', all: 'ada+bob+cyd', notes: [{ writer: 'ada' }, { writer: 'bob' }] },
    ],
    [
      '{ page { pixels cover { ... on Photo { title size(unit: "cm") } } } }',
      { pixels: '100 px', cover: { title: 'Sea', size: 3 } },
    ],
  ])('%s', async (query, page) => {
    expect(await stock(query)).not.toEqual({ data: { page } });
    expect(await ours(query)).toEqual({ data: { page } });
  });

  it.each([
    ['{ page { all notes(limit: 3) { text } } }', { all: 'ada+bob+cyd', notes: notes.map(({ text }) => ({ text })) }],
    ['{ page { pixels cover { ... on Photo { size(unit: "px") } } } }', { pixels: '100 px', cover: { size: 100 } }],
  ])('%s: as stock', async (query, page) => {
    expect(await stock(query)).toEqual({ data: { page } });
    expect(await ours(query)).toEqual({ data: { page } });
  });
});
