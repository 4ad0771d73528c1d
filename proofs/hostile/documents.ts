// Hostile requests and documents against the whole graph: refused by name before anything is done, and without a trace.
// That each wall of the router stands is proven in router/tests; here it must stand around the real schema.
import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRoom, send } from '../lab/chat.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { harmDone, look } from './attack.js';
import { world } from './world.js';

let router = '';
let ada: Person;
let room = '';

beforeAll(async () => {
  router = world.current.urls.router[0] ?? '';
  ada = await Person.signUp(router, 'Ada');
  room = await createRoom(ada, 'Alone', []);
  await send(ada, room, 'hello');
}, 30_000);

afterAll(async () => expect(await harmDone(world)).toEqual([]));

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const login = (alias: string, password: string) =>
  `${alias}: signIn(input: {email: $email, password: "${password}"}) { session { accessToken } userErrors { code } }`;
const guesses: [how: string, document: string][] = [
  ['by alias', `mutation ($email: String!) { ${login('a', 'guess 1')} ${login('b', 'guess 2')} }`],
  [
    'by fragments',
    `mutation ($email: String!) { ...A ...B }
     fragment A on Mutation { ${login('a', 'guess 1')} } fragment B on Mutation { ... { ${login('b', 'guess 2')} } }`,
  ],
  [
    'skipped by a variable',
    `mutation ($email: String!, $no: Boolean = false) { ${login('a', 'guess 1')} ... @include(if: $no) { ${login('b', 'guess 2')} } }`,
  ],
  [
    'beside another password check',
    `mutation ($email: String!) { ${login('a', 'guess 1')}
       changePassword(input: {currentPassword: "guess 2", newPassword: "another one"}) { userErrors { code } } }`,
  ],
  [
    'in an operation that is not chosen',
    `mutation Chosen($email: String!) { ${login('a', 'guess 1')} }
     mutation Other($email: String!) { ${login('a', 'guess 2')} ${login('b', 'guess 3')} }`,
  ],
];

test.each(guesses)('D3: two guesses in one operation are none: %s', async (_, query) => {
  const { account } = await Person.signUp(router, 'Guessed');
  // Six counted guesses would make the account wait: ten refused operations count for nothing.
  for (const _again of times(10, String)) {
    const body = {
      query,
      variables: { email: account.email },
      operationName: query.includes('Chosen') ? 'Chosen' : null,
    };
    const response = await fetch(router, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { errors, data } = (await response.json()) as { errors: { extensions: { code: string } }[]; data?: unknown };
    expect([response.status, errors[0]?.extensions.code, data]).toEqual([400, 'ONE_PER_OPERATION', undefined]);
  }
  expect((await Person.signIn(router, account)).session.accessToken).toBeTruthy();
});

const nested =
  '{ me { rooms(first: $n) { edges { node { messages(first: $n) { edges { node { readBy(first: $n) { edges { cursor } } } } } } } } } }';
const amplified: [how: string, query: string, variables: Record<string, unknown>][] = [
  ['a variable', `query ($n: Int) ${nested}`, { n: 100 }],
  ['a default', `query ($n: Int = 100) ${nested}`, {}],
  ['literals', nested.replaceAll('$n', '100'), {}],
  [
    'aliases of a fragment',
    `query { me { ${times(25, (at) => `a${at}: rooms(first: 100) { edges { node { ...R } } }`).join(' ')} } }
     fragment R on Room { messages(last: 2) { edges { node { id } } } }`,
    {},
  ],
  [
    'ids',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Room { messages(first: 100) { edges { cursor } } } } }',
    { ids: times(100, () => 'an id') },
  ],
];

test.each(amplified)(
  'D7: pages within pages are counted before anything is read: by %s',
  async (_, query, variables) => {
    const { status, codes, ms } = await look(router, ada, query, variables);
    expect([status, codes]).toEqual([400, ['TOO_MANY_RECORDS']]);
    expect(ms).toBeLessThan(2_000); // what it asks for would take longer than any deadline
  },
);

test('D7: what stands just inside is answered', async () => {
  const { status, codes, data } = await look(router, ada, `query ($n: Int) ${nested}`, { n: 16 });
  expect([status, codes, data.me.rooms.edges.length]).toEqual([200, [], 1]);
});

test.each([0, -1, 101, 1_000_000, 2_147_483_647])('D8: a page of %s is refused by the reader itself', async (size) => {
  for (const query of [
    'query ($size: Int!, $room: ID!) { room(id: $room) { members(first: $size) { edges { cursor } } } }',
    'query ($size: Int!, $room: ID!) { room(id: $room) { messages(last: $size) { edges { cursor } } } }',
    'query ($size: Int!) { me { monitors(first: $size) { edges { cursor } } } }',
    'query ($size: Int!) { users(last: $size) { edges { cursor } } }',
  ]) {
    const { codes, data } = await look(router, ada, query, { size, ...(query.includes('$room') && { room }) });
    expect(codes).toEqual([size > 5_000 ? 'TOO_MANY_RECORDS' : 'BAD_INPUT']);
    expect(JSON.stringify(data)).not.toContain('edges');
  }
});

test('D8: so are both ends at once, none, and 101 ids', async () => {
  const both = '{ users(first: 1, last: 1) { edges { cursor } } }';
  expect((await look(router, ada, both)).codes).toEqual(['BAD_INPUT']);
  expect((await look(router, ada, '{ users { edges { cursor } } }')).codes).toEqual(['BAD_INPUT']);
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  expect((await look(router, ada, nodes, { ids: times(101, () => ada.id) })).codes).toEqual(['BAD_INPUT']);
  const { data } = await look(router, ada, nodes, { ids: times(100, () => ada.id) });
  expect(data.nodes).toEqual(times(100, () => ({ id: ada.id })));
});

test.each(['{ _entities(representations: []) { __typename } }', '{ ...F } fragment F on Query { _service { sdl } }'])(
  'D9: the door between router and subgraphs does not exist: %s',
  async (query) => expect((await look(router, ada, query)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']),
);

test('T7: names of prototypes are names like others, as aliases, variables and keys', async () => {
  const query =
    'query ($constructor: Int) { toString: me { valueOf: id hasOwnProperty: rooms(first: $constructor) { edges { cursor } } } }';
  const { data } = await look(router, ada, query, { constructor: 1 });
  expect(data.toString).toMatchObject({ valueOf: ada.id, hasOwnProperty: { edges: [{}] } });
  const absent = await look(router, ada, query);
  expect([absent.codes, absent.data.toString.valueOf]).toEqual([['BAD_INPUT'], ada.id]);
  const body =
    '{"query":"query ($__proto__: Int) { users(first: $__proto__) { edges { cursor } } }","variables":{"__proto__":1}}';
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.session.accessToken}` };
  const answer = await (await fetch(router, { method: 'POST', headers, body })).json();
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
});

test.each([
  '{ users(first: 1) { edges { node { displayNam } } } }',
  '{ users(frist: 1) { edges { cursor } } }',
  'mutation { createAlertRule(input: {monitorId: "x", comparison: GTT, threshold: 1}) { userErrors { code } } }',
])('L5: a misspelt name costs no stack and shows no inside: %s', async (query) => {
  const { status, codes, errors } = await look(router, ada, query);
  expect([status, codes]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
  expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules|127\.0\.0\.1|subgraph/i);
});

test('T2: a mutation by GET does nothing', async () => {
  const query = encodeURIComponent('mutation { signOut { endedSessionId } }');
  const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${ada.session.accessToken}` };
  expect((await fetch(`${router}?query=${query}`, { headers })).status).toBe(405);
  expect((await look(router, ada, '{ me { id } }')).data).toEqual({ me: { id: ada.id } });
});

test('T6: a body with a length and chunks is refused, and the connection with it', async () => {
  const { port } = new URL(router);
  const status = await new Promise((resolve, reject) => {
    const request = rawRequest({ port, path: '/graphql', method: 'POST' }, (response) => resolve(response.statusCode));
    request.setHeader('transfer-encoding', 'chunked');
    request.setHeader('content-length', '4');
    request.on('error', reject).end('{"query":"{ me { id } }"}');
  }).catch((error: NodeJS.ErrnoException) => error.code);
  expect([400, 'ECONNRESET', 'ERR_HTTP_CONTENT_LENGTH_MISMATCH']).toContain(status);
});

test('K9, R4: identity comes from the Authorization header alone', async () => {
  const token = ada.session.accessToken;
  const headers = { 'x-viewer': ada.id, 'x-user-id': ada.id, 'x-mosaic-caller': 'e30.e30', cookie: `token=${token}` };
  const { data } = await post(`${router}?authorization=Bearer%20${token}&access_token=${token}`, '{ me { id } }', {
    headers,
  });
  expect(data).toEqual({ me: null });
});
