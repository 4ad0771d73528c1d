// Finding: anything by its id, people by name; and how many statements that costs.
import { idFrom, mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Person, type Served, serve } from '../lab/open-graph.js';

let users: Served;
let people: Person[];
const queries: string[] = [];
const names = ['Élodie Dupont', 'elodie Martin', 'Zoé 100%', 'Ben_Oz', 'Benoît', 'Ada', 'Éric', 'ben'];

beforeAll(async () => {
  users = await serve({ onQuery: (sql) => queries.push(sql) });
  people = [];
  for (const [n, name] of names.entries()) {
    const person = await users.join(`Person ${n}`);
    const input = { expectedVersion: 1, displayName: name };
    const rename = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { displayName } } }';
    await users.ask(rename, { input }, person.viewer);
    people.push(person);
  }
});
afterAll(() => users.close());

const viewer = () => people[0]?.viewer ?? null;
const LIST = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String) {
  users(search: $search, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { displayName } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const list = (variables: object, as = viewer()) => users.ask(LIST, variables, as);
const namesOf = ({ data }: Awaited<ReturnType<typeof list>>): string[] =>
  data.users.edges.map(({ node }: { node: { displayName: string } }) => node.displayName);
const sorted = ['Ada', 'ben', 'Ben_Oz', 'Benoît', 'Élodie Dupont', 'elodie Martin', 'Éric', 'Zoé 100%'];

test('everybody by name, without regard to case and accents', async () => {
  expect(namesOf(await list({ first: 100 }))).toEqual(sorted);
});

test('pages forwards and backwards meet without gap or repetition', async () => {
  const walk = async (size: 'first' | 'last', from: 'after' | 'before', end: 'endCursor' | 'startCursor') => {
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const answer: Awaited<ReturnType<typeof list>> = await list({ [size]: 3, [from]: cursor });
      if (size === 'first') seen.push(...namesOf(answer));
      else seen.unshift(...namesOf(answer));
      const { pageInfo } = answer.data.users;
      if (!pageInfo[size === 'first' ? 'hasNextPage' : 'hasPreviousPage']) return seen;
      cursor = pageInfo[end];
    }
  };
  expect(await walk('first', 'after', 'endCursor')).toEqual(sorted);
  expect(await walk('last', 'before', 'startCursor')).toEqual(sorted);
});

test.each([
  ['ELO', ['Élodie Dupont', 'elodie Martin']],
  ['mart', ['elodie Martin']],
  ['éric', ['Éric']],
  ['%', ['Zoé 100%']],
  ['_', ['Ben_Oz']],
  ['\\', []],
  ["'", []],
  ['\u0000', sorted],
  ['  ', sorted],
])('search %j', async (search, found) => {
  expect(namesOf(await list({ search, first: 100 }))).toEqual(found);
});

test('a page has 1 to 100 rows, from one end', async () => {
  for (const page of [{}, { first: 0 }, { first: 101 }, { first: 1, last: 1 }, { first: -1 }])
    expect(codesOf(await list(page))).toEqual(['BAD_INPUT']);
  expect(codesOf(await list({ first: 1, search: 'x'.repeat(101) }))).toEqual(['BAD_INPUT']);
});

test('a cursor is good for its viewer and its search alone', async () => {
  const { endCursor } = (await list({ first: 2 })).data.users.pageInfo;
  const other = people[1]?.viewer ?? null;
  expect(codesOf(await list({ first: 2, after: endCursor }, other))).toEqual(['BAD_CURSOR']);
  expect(codesOf(await list({ first: 2, after: endCursor, search: 'ben' }))).toEqual(['BAD_CURSOR']);
  expect(codesOf(await list({ first: 2, after: `${endCursor}x` }))).toEqual(['BAD_CURSOR']);
  expect(codesOf(await list({ first: 2, after: 'nonsense' }))).toEqual(['BAD_CURSOR']);
});

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

test('every known type of the graph is answered, as what its id says', async () => {
  const types = ['Room', 'Message', 'Monitor', 'Alert', 'Notification'];
  const ids = types.map((type) => mintId(type));
  const { data } = await users.ask(NODES, { ids });
  expect(data.nodes).toEqual(types.map((type, at) => ({ __typename: type, id: ids[at] })));
  const owned = [people[1]?.id, viewer()?.sessionId];
  expect((await users.ask(NODES, { ids: owned }, viewer())).data.nodes).toEqual([
    { __typename: 'User', id: owned[0] },
    { __typename: 'Session', id: owned[1] },
  ]);
});

test.each([
  ['an unknown type', mintId('Invoice')],
  ['no type', idFrom('', Buffer.alloc(16))],
  ['a type of the language', idFrom('constructor', Buffer.alloc(16))],
  ['not base64url', 'Room:1'],
  ['too long', 'A'.repeat(65)],
  ['empty', ''],
  ['a person who does not exist', mintId('User')],
])('%s is null', async (_, id) => {
  const answer = await users.ask('query ($id: ID!) { node(id: $id) { id } }', { id }, viewer());
  expect(answer).toEqual({ data: { node: null } });
});

test('100 ids at most', async () => {
  const ids = Array.from({ length: 101 }, () => mintId('Room'));
  expect(codesOf(await users.ask(NODES, { ids }))).toEqual(['BAD_INPUT']);
  expect((await users.ask(NODES, { ids: ids.slice(1) })).data.nodes).toHaveLength(100);
});

test('whatever the number of entities, they are one statement', async () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { id displayName email } } }';
  const r = people.flatMap(({ id }) => [
    { __typename: 'User', id },
    { __typename: 'User', id },
  ]);
  queries.length = 0;
  const { data } = await users.ask(query, { r }, viewer());
  expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(r.map(({ id }) => id));
  expect(queries.filter((sql) => /from "users"/.test(sql))).toHaveLength(1);
});

test('interleaved requests of two viewers never mix', async () => {
  const [one, two] = [people[0], people[1]];
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => users.ask('{ me { id email } }', {}, (n % 2 ? one : two)?.viewer)),
  );
  const wanted = Array.from({ length: 100 }, (_, n) => (n % 2 ? one : two));
  expect(answers.map(({ data }) => data.me)).toEqual(
    wanted.map((person) => ({ id: person?.id, email: person?.email })),
  );
});
