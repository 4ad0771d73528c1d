// Values that no form would send, in every place that takes one: refused by name, or kept exactly; never an accident.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchedMonitor } from '../access/watched-monitor.js';
import { createRoom, send } from '../lab/chat.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { change, harmDone, look } from './attack.js';
import { world } from './world.js';

let router = '';
let ada: Person;
let room = '';
let monitor = '';

beforeAll(async () => {
  router = world.current.urls.router[0] ?? '';
  ada = await Person.signUp(router, 'Ada');
  room = await createRoom(ada, 'Texts', []);
  await send(ada, room, 'the only message');
  monitor = await watchedMonitor(ada);
}, 30_000);

afterAll(async () => expect(await harmDone(world)).toEqual([]));

/** Where a person's text goes, each place with the rest of its input. */
const places: [field: string, key: string, rest: () => Record<string, unknown>][] = [
  ['sendMessage', 'roomId', () => ({ body: 'x', clientMessageId: randomUUID() })],
  ['sendMessage', 'body', () => ({ roomId: room, clientMessageId: randomUUID() })],
  ['sendMessage', 'clientMessageId', () => ({ roomId: room, body: 'x' })],
  ['createRoom', 'title', () => ({ memberIds: [], idempotencyKey: randomUUID() })],
  ['markRoomRead', 'upTo', () => ({ roomId: room })],
  ['addRoomMember', 'userId', () => ({ roomId: room })],
  ['removeRoomMember', 'userId', () => ({ roomId: room })],
  ['openDirectRoom', 'userId', () => ({})],
  ['createMonitor', 'name', () => ({ unit: 'bpm' })],
  ['recordReading', 'monitorId', () => ({ value: 1, at: new Date().toISOString(), idempotencyKey: randomUUID() })],
  ['recordReading', 'at', () => ({ monitorId: monitor, value: 1, idempotencyKey: randomUUID() })],
  ['acknowledgeAlert', 'alertId', () => ({})],
  ['revokeSession', 'sessionId', () => ({})],
  ['refreshSession', 'refreshToken', () => ({})],
  ['updateProfile', 'displayName', () => ({ expectedVersion: 1_000 })],
  ['changeUserRole', 'userId', () => ({ role: 'COACH' })],
  ['signUp', 'email', () => ({ password: 'long enough', displayName: 'x' })],
];

const values: [what: string, value: unknown][] = [
  ['NUL', '\u0000'],
  ['a lone surrogate', '\ud800'],
  ['a direction override', '\u202etxt.exe'],
  ['an operator as text', '{"$ne":null}'],
  ['an operator', { $ne: null }],
  ['a prototype', '__proto__'],
  ['SQL', "'; drop table users; --"],
  ['100,000 characters', 'x'.repeat(100_000)],
  ['10,000 emoji', '\u{1F600}'.repeat(10_000)],
  ['nothing', ''],
  ['a list', [[['x']]]],
  ['a huge number', 2 ** 53],
];

const EXPECTED =
  /^(BAD_INPUT|BAD_USER_INPUT|NOT_FOUND|NOT_A_MEMBER|SESSION_OVER|CONFLICT|FORBIDDEN|TOO_MANY|EMAIL_TAKEN)$/;

test.each(values)('I1, I2, I6: %s is refused by name or kept as text, everywhere', async (_, value) => {
  const outcomes = await Promise.all(
    places.map(([field, key, rest]) => change(router, ada, field, { ...rest(), [key]: value })),
  );
  for (const [at, { refusals, errors, ms }] of outcomes.entries()) {
    const where = places[at]?.slice(0, 2).join('.');
    for (const code of refusals) expect(code, where).toMatch(EXPECTED);
    expect(JSON.stringify(errors).length, where).toBeLessThan(4_096);
    expect(ms, where).toBeLessThan(5_000);
  }
  const ids = places.map(([, key], at) =>
    /^(roomId|userId|upTo|monitorId|alertId|sessionId|refreshToken)$/.test(key) ? at : -1,
  );
  for (const at of ids.filter((index) => index >= 0))
    expect(outcomes[at]?.refusals, places[at]?.join()).toHaveLength(1);
});

test.each(values)('I1, I6: %s as an id, a search or a cursor finds nothing that is not there', async (_, value) => {
  for (const field of ['room', 'monitor', 'user', 'node']) {
    const { data, codes } = await look(router, ada, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id: value });
    expect(data?.[field] ?? null).toBeNull();
    for (const code of codes) expect(code).toBe('BAD_USER_INPUT');
  }
  const page = 'query ($after: String) { users(first: 1, after: $after) { edges { cursor } } }';
  expect((await look(router, ada, page, { after: value })).codes.join()).toMatch(/^(BAD_CURSOR|BAD_USER_INPUT)$/);
  const search = 'query ($text: String) { me { rooms(first: 5, search: $text) { edges { node { id } } } } }';
  for (const code of (await look(router, ada, search, { text: value })).codes)
    expect(code).toMatch(/^BAD_(USER_)?INPUT$/);
});

test('I3: what is special in patterns finds itself alone, and quickly', async () => {
  const query =
    'query ($text: String) { users(first: 5, search: $text) { edges { cursor } } me { rooms(first: 5, search: $text) { edges { cursor } } } }';
  const grace = await Person.signUp(router, 'Grace');
  await createRoom(grace, 'Texts', []);
  for (const text of ['%', '_', '\\', '.*', '(a+)+$', '^', '[', 'T%s', 'A_a', `${'a'.repeat(40)}!`]) {
    const { data, codes, ms } = await look(router, grace, query, { text });
    expect([text, codes, data.users.edges, data.me.rooms.edges]).toEqual([text, [], [], []]);
    expect(ms).toBeLessThan(2_000);
  }
});

test.each(['1e309', '-1e309', '"NaN"', '"1"', 'true', '[1]', 'null', '{}'])(
  'I6: %s is no measurement',
  async (value) => {
    const query =
      'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { reading { id } userErrors { code } } }';
    const rest = JSON.stringify({ monitorId: monitor, at: new Date().toISOString(), idempotencyKey: randomUUID() });
    const body = `{"query":${JSON.stringify(query)},"variables":{"input":{"value":${value},${rest.slice(1)}}}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.session.accessToken}` };
    const answer: unknown = await (await fetch(router, { method: 'POST', headers, body })).json();
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  },
);

test('I6: a duration or a date of any length is wrong as itself, not as an outage', async () => {
  const query = 'query ($id: ID!, $window: ISO8601Duration!) { monitor(id: $id) { stats(window: $window) { count } } }';
  for (const window of [
    'P1D'.repeat(5_000),
    `P${'9'.repeat(400)}D`,
    '-P1D',
    'PT0S',
    'P999999999Y',
    '',
    '\u0000',
    '1',
  ]) {
    const { codes } = await look(router, ada, query, { id: monitor, window });
    expect(codes.join(), window.slice(0, 20)).toMatch(/^BAD_(USER_)?INPUT$/);
  }
});

test('I4: what looks like a script is text: it comes back letter by letter, and as JSON', async () => {
  const body = '<script>alert(1)</script> [x](javascript:alert(1)) {{7*7}} \u2028';
  const { data } = await change(
    router,
    ada,
    'sendMessage',
    { roomId: room, body, clientMessageId: randomUUID() },
    'message { body }',
  );
  expect(data.sendMessage.message.body).toBe(body.trim());
  const response = await fetch(router, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ "<script>" }' }),
  });
  expect([response.headers.get('content-type')?.split(';')[0], response.headers.get('x-content-type-options')]).toEqual(
    ['application/graphql-response+json', 'nosniff'],
  );
});

test('after all that the person, the room and the measurements are as they were', async () => {
  const { data } = await post(
    router,
    '{ me { displayName role rooms(first: 50, search: "Texts") { edges { node { members(first: 5) { edges { node { user { id } } } } } } } } }',
    {
      token: ada.session.accessToken,
    },
  );
  expect(data.me).toMatchObject({ displayName: 'Ada', role: 'USER' });
  expect(data.me.rooms.edges[0].node.members.edges).toEqual([{ node: { user: { id: ada.id } } }]);
});
