// Entities of other subgraphs: asked for once each, placed wherever they stand, and blamed where they stand.
import { expect, it } from 'vitest';
import type { Answers } from './lab/graph.js';
import { book, library } from './lab/library.js';

const { run, asked } = library();
const NAMES = '{ books { title author { name } } }';
const books = () => [book('1'), null, book('2', null), book('3', 'bob'), book('4')];

const answering =
  (people: Answers): Answers =>
  (question) =>
    question.subgraph === 'books' ? { data: { books: books() } } : people(question);

it('asks for each entity once and puts the answer in each of its places', async () => {
  const named = answering(({ representations }) => ({
    data: { _entities: representations.map(({ id }) => ({ name: `Name of ${id}` })) },
  }));
  expect(await run(NAMES, named)).toEqual({
    data: {
      books: [
        { title: 'Book 1', author: { name: 'Name of ada' } },
        null,
        { title: 'Book 2', author: null },
        { title: 'Book 3', author: { name: 'Name of bob' } },
        { title: 'Book 4', author: { name: 'Name of ada' } },
      ],
    },
  });
  expect(asked[1]?.representations).toEqual([
    { __typename: 'Author', id: 'ada' },
    { __typename: 'Author', id: 'bob' },
  ]);
});

it('tells an error of an entity at each place where it stands, past those that are not asked about', async () => {
  const path = ['_entities', 0, 'name'];
  const failing = answering(() => ({
    data: { _entities: [null, { name: 'Bob' }] },
    errors: [{ message: 'away', path, extensions: { code: 'AWAY' } }],
  }));
  const { errors, data } = await run(NAMES, failing);
  expect(errors).toEqual([
    { message: 'away', path: ['books', 0, 'author', 'name'], code: 'AWAY' },
    { message: 'away', path: ['books', 4, 'author', 'name'], code: 'AWAY' },
  ]);
  expect(data).toMatchObject({ books: [{ author: null }, null, {}, { author: { name: 'Bob' } }, { author: null }] });
});

it('places an error past an entity that lacks its key', async () => {
  const keyless = { ...book('1'), author: { __typename: 'Author' } };
  const { errors } = await run(NAMES, ({ subgraph }) =>
    subgraph === 'books'
      ? { data: { books: [keyless, book('2')] } }
      : { data: { _entities: [null] }, errors: [{ message: 'away', path: ['_entities', 0] }] },
  );
  expect(errors).toEqual([{ message: 'away', path: ['books', 1, 'author'], code: 'DOWNSTREAM_SERVICE_ERROR' }]);
});

it('asks nobody when there is nothing to ask about', async () => {
  const none: Answers = () => ({ data: { books: [book('1', null)] } });
  expect(await run(NAMES, none)).toEqual({ data: { books: [{ title: 'Book 1', author: null }] } });
  expect(asked).toHaveLength(1);
});

it.each([
  ['too few', []],
  ['too many', [{ name: 'A' }, { name: 'B' }, { name: 'C' }]],
  ['of another type', [{ __typename: 'Book', name: 'A' }, null]],
  ['no objects', ['A', 'B']],
])('believes no entities that are %s', async (_, entities) => {
  const wrong = answering(() => ({ data: { _entities: entities } }));
  const { errors, data } = await run(NAMES, wrong);
  expect(errors).toMatchObject([{ code: 'SUBGRAPH_UNAVAILABLE' }]);
  expect(data).toMatchObject({ books: [{ author: null }, null, {}, { author: null }, { author: null }] });
});

it('tells an error of the whole fetch at the one place that is certain', async () => {
  const failing = answering(() => ({
    data: null,
    errors: [{ message: 'no', path: ['_entities'] }, { message: 'no' }],
  }));
  const { errors } = await run(NAMES, failing);
  expect(errors?.map(({ path }) => path)).toEqual([['books'], undefined]);
});
