// Hostile documents are refused before anything is executed, over both transports alike.
import type { GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, listen, socketClient } from '../lab/ask.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';

const lab = useLab({ NODE_ENV: 'production' });
let client: Client;
beforeAll(() => {
  client = socketClient(lab.url);
});
afterAll(() => client.dispose());

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const nest = (depth: number): string => (depth === 0 ? 'id' : `author { ${nest(depth - 1)} }`);
const doubling = (levels: number): string =>
  `{ ...F0 } ${times(levels, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F${levels} on Query { whoAmI }`;

const hostile: [what: string, query: string, code: string][] = [
  ['15,001 characters', `{ whoAmI } # ${'x'.repeat(15_000)}`, 'DOCUMENT_TOO_LARGE'],
  ['2,001 tokens', `{ ${'whoAmI '.repeat(2_000)} }`, 'DOCUMENT_TOO_LARGE'],
  ['no GraphQL', '{ whoAmI', 'GRAPHQL_PARSE_FAILED'],
  ['depth 13', `{ messages { ${nest(11)} } }`, 'TOO_DEEP'],
  ['depth 300', `{ messages { ${nest(300)} } }`, 'TOO_DEEP'],
  ['depth hidden in fragments', `{ messages { ...A } } fragment A on Message { ${nest(12)} }`, 'TOO_DEEP'],
  ['11 root fields', `{ ${times(11, () => 'whoAmI')} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['6 root mutations', `mutation { ${times(6, (at) => `a${at}: rename(name: "x")`)} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['31 aliases', `{ messages { ${times(31, (at) => `a${at}: id`)} } }`, 'TOO_MANY_ALIASES'],
  [
    '16 aliases, spread twice',
    `{ messages { ...A author { id } ...A } } fragment A on Message { ${times(16, (at) => `a${at}: id`)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['21 directives', `{ whoAmI ${'@skip(if: false) '.repeat(21)} }`, 'TOO_MANY_DIRECTIVES'],
  ['24 levels of doubling fragments', doubling(24), 'TOO_MANY_SELECTIONS'],
  ['fragments in a circle', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an alias named __proto__', '{ __proto__: whoAmI }', 'BAD_ALIAS'],
  ['two sign-ins by alias', 'mutation { a: signIn(name: "1") b: signIn(name: "2") }', 'ONE_PER_OPERATION'],
  [
    'two sign-ins by fragment',
    'mutation { signIn(name: "1") ...A } fragment A on Mutation { signIn(name: "2") }',
    'ONE_PER_OPERATION',
  ],
  [
    'two sign-ins, one skipped',
    'mutation { signIn(name: "1") ... @skip(if: true) { signIn(name: "2") } }',
    'ONE_PER_OPERATION',
  ],
  ['the door between router and subgraphs', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['two operations, none named', 'query A { whoAmI } query B { whoAmI }', 'OPERATION_RESOLUTION_FAILURE'],
];

it.each(hostile)('refuses %s over HTTP', async (_, query, code) => {
  const before = people.calls.length;
  const reply = await ask(lab.url, query);
  expect([reply.status, reply.codes[0]]).toEqual([400, code]);
  expect(reply.errors?.every(({ extensions }) => typeof extensions?.['requestId'] === 'string')).toBe(true);
  expect(JSON.stringify(reply.errors).length).toBeLessThan(4_096);
  expect(people.calls).toHaveLength(before);
  expect(people.signedIn).toEqual([]);
});

it.each(hostile)('L14: refuses %s over WebSocket, and the socket lives on', async (_, query, code) => {
  const [error] = (await listen(client, query).ended) as GraphQLFormattedError[];
  expect(error?.extensions?.['code']).toBe(code);
  const next = listen(client, '{ whoAmI }');
  expect(await next.ended).toBe('completed');
  expect(next.events).toEqual([{ data: { whoAmI: null } }]);
});

it('admits what stands just inside the walls', async () => {
  const aliases = times(30, (at) => `a${at}: id`);
  expect((await ask(lab.url, `{ messages { ${aliases} } }`)).errors).toBeUndefined();
  expect((await ask(lab.url, `{ ${times(10, () => 'whoAmI')} }`)).errors).toBeUndefined();
  expect((await ask(lab.url, 'mutation { signIn(name: "once") }')).data).toEqual({ signIn: true });
  expect(people.signedIn.splice(0)).toEqual(['once']);
});

it('gives no hints about names', async () => {
  const { errors } = await ask(lab.url, '{ whoAmE }');
  expect(errors?.[0]?.message).toBe('Cannot query field "whoAmE" on type "Query".');
});

it('carries at most five complaints and the note that there are more', async () => {
  const { errors } = await ask(lab.url, `{ ${times(9, (at) => `unknown${at}`)} }`);
  expect(errors).toHaveLength(6);
});

it('survives a subscription whose root field hangs on a variable', async () => {
  const query = 'subscription ($on: Boolean!) { messageAdded(room: "r") @include(if: $on) { eventId } }';
  const [error] = (await listen(client, query, { on: true }).ended) as GraphQLFormattedError[];
  expect(error?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await listen(client, '{ whoAmI }').ended).toBe('completed');
});

it('refuses variables of the wrong type', async () => {
  const query = 'query ($id: ID!) { person(id: $id) { id } }';
  expect((await ask(lab.url, query, { variables: {} })).codes).toEqual(['BAD_USER_INPUT']);
  const stream = 'subscription ($room: ID!) { messageAdded(room: $room) { eventId } }';
  const { events, ended } = listen(client, stream, { room: { $ne: null } });
  await ended;
  expect(events[0]?.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});
