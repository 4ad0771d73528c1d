// What the client gets: written on the fast road where the values are what the types say, as Apollo shapes it elsewhere.
import { getIntrospectionQuery, parse } from 'graphql';
import { expect, it } from 'vitest';
import { isStreamPlan } from '../../src/plan/executor.js';
import { call, told } from './lab/graph.js';
import { book, library } from './lab/library.js';

const { run, asked, executor, answering } = library();
const one = (fields: object) => () => ({ data: { books: [{ ...book('1'), ...fields }] } });

it('answers fields in the order and under the names of the client', async () => {
  const document = parse('{ books { b: title ...More id } } fragment More on Book { pages b: title t: __typename }');
  answering(one({ b: 'A "quoted" \\ \n \ud800 line', pages: 7, id: 3 }));
  const { data } = await executor.execute({ document, variables: {} }, call());
  expect(data).toBe('{"books":[{"b":"A \\"quoted\\" \\\\ \\n \\ud800 line","pages":7,"t":"Book","id":3}]}');
});

it('goes by conditions, and by their defaults', async () => {
  const query =
    'query ($in: Boolean! = true, $out: Boolean!) { books { id @include(if: $in) title @skip(if: $out) pages @skip(if: true) } }';
  expect(await run(query, one({}), { out: false })).toEqual({ data: { books: [{ id: '1', title: 'Book 1' }] } });
  expect(await run(query, one({}), { in: false, out: false })).toEqual({ data: { books: [{ title: 'Book 1' }] } });
  expect(await run(query, one({}), { out: true })).toEqual({ data: { books: [{ id: '1' }] } });
});

it('tells a null in a non-null field as the gateway does', async () => {
  const message = 'Cannot return null for non-nullable field Book.title.';
  expect(await run('{ books { title } }', one({ title: null }))).toEqual({
    data: { books: [null] },
    extensions: {
      valueCompletion: [{ message, path: ['books', 0, 'title'], extensions: { code: 'INVALID_GRAPHQL' } }],
    },
  });
});

it.each([
  ['pages', '"many"'],
  ['pages', '1.5'],
  ['rating', '1e999'],
  ['rating', '"high"'],
  ['mark', '"BLUE"'],
])('never answers the %s %s', async (field, value) => {
  const { data, extensions } = await run(`{ books { ${field} } }`, () => `{"data":{"books":[{"${field}":${value}}]}}`);
  expect(data).toEqual({ books: [{ [field]: null }] });
  expect(extensions).toMatchObject({ valueCompletion: [{ message: `Invalid value found for field Book.${field}.` }] });
});

it('takes no inherited name for a member', async () => {
  expect(await run('{ constructor { toString } }', () => ({ data: {} }))).toEqual({ data: { constructor: null } });
  expect(await run('{ constructor { toString } }', () => ({ data: { constructor: { toString: 'own' } } }))).toEqual({
    data: { constructor: { toString: 'own' } },
  });
});

it('lets no `__proto__` of a subgraph reach a prototype', async () => {
  const evil =
    '{"__proto__":{"polluted":"yes"},"id":"1","author":{"__typename":"Author","id":"ada","__proto__":{"name":"no"}}}';
  const { data } = await run('{ books { id author { name } } }', ({ subgraph }) =>
    subgraph === 'books'
      ? `{"data":{"__proto__":{"polluted":"yes"},"books":[${evil}]}}`
      : '{"data":{"_entities":[{"__proto__":{"polluted":"yes"},"name":"Ada"}]}}',
  );
  expect(data).toEqual({ books: [{ id: '1', author: { name: 'Ada' } }] });
  expect({}).not.toHaveProperty('polluted');
});

it('refuses variables that do not fit before anything is asked', async () => {
  expect(await run('query ($n: Int!) { shelf(size: $n) { id } }', one({}), { n: 'many' })).toEqual({
    errors: [
      {
        message: 'Variable "$n" got invalid value "many"; Int cannot represent non-integer value: "many"',
        path: undefined,
        code: 'BAD_USER_INPUT',
      },
    ],
  });
  expect(asked).toEqual([]);
});

it('sends a variable on only when it was given', async () => {
  const query = 'query ($least: Float = 2) { rated(least: $least) { id } }';
  await run(query, () => ({ data: { rated: [] } }));
  expect(asked[0]?.variables).toEqual({});
  await run(query, () => ({ data: { rated: [] } }), { least: null });
  expect(asked[0]?.variables).toEqual({ least: null });
});

it('runs the operation that is named', async () => {
  const query = 'query A { books { id } } query B { books { title } }';
  expect(await run(query, one({}), {}, 'B')).toEqual({ data: { books: [{ title: 'Book 1' }] } });
});

it('answers the schema beside what is fetched', async () => {
  const { data } = await run('{ __type(name: "Home") { name } books { id } __typename }', one({}));
  expect(data).toEqual({ __type: { name: 'Home' }, books: [{ id: '1' }], __typename: 'Query' });
  expect(await run(getIntrospectionQuery(), one({}))).toMatchObject({
    data: { __schema: { types: expect.any(Array) } },
  });
  expect(asked).toEqual([]);
});

it('completes the events of a subscription', async () => {
  const document = parse('subscription { bookAdded { title author { name } } }');
  const planned = await executor.planStream({ document, variables: {} }, call());
  if (!isStreamPlan(planned)) throw new Error('there is nothing to wait for');
  expect(planned.source.subgraph).toBe('books');
  answering(({ representations }) => ({ data: { _entities: representations.map(() => ({ name: 'Ada' })) } }));
  expect(told(await planned.complete({ data: { bookAdded: book('1') } }, call()))).toEqual({
    data: { bookAdded: { title: 'Book 1', author: { name: 'Ada' } } },
  });
  const refused = { errors: [{ message: 'not yours' }] as never };
  expect(told(await planned.complete(refused, call()))).toMatchObject({ errors: [{ message: 'not yours' }] });
});

it('shows its plan', () => {
  const document = parse('{ books { author { name } } }');
  const plan = executor.explain({ document, variables: {} });
  expect(plan).toContain('Fetch(service: "books")');
  expect(plan).toContain('Flatten(path: "books.@.author")');
});

it.each([
  ['an object for a list', { books: { id: '1' } }, { books: null }, ['books']],
  ['a list for an object', { books: [{ author: [] }] }, { books: [{ author: null }] }, ['books', 0, 'author']],
  ['a text for an object', { books: ['one', { author: null }] }, { books: [null, { author: null }] }, ['books', 0]],
  ['a number for a type', { books: [{ __typename: 7 }] }, { books: [null] }, ['books', 0]],
])('answers the rest when a subgraph sends %s', async (_, data, partial, path) => {
  const answer = await run('{ books { author { id } } }', () => ({ data }));
  expect(answer).toMatchObject({ data: partial, errors: [{ path, code: 'SUBGRAPH_UNAVAILABLE' }] });
});
