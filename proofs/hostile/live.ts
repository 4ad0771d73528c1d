// Hostile subscribers: what is refused at the start, and that one of them costs the others nothing.
import { randomUUID } from 'node:crypto';
import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { listen } from '../lab/listen.js';
import { Person } from '../lab/person.js';
import { harmDone, unknownId } from './attack.js';
import { world } from './world.js';

let router = '';
let ada: Person;
let bob: Person;
let eve: Person;
let room = '';
const clients = new Map<string, Client>();

beforeAll(async () => {
  router = world.current.urls.router[0] ?? '';
  [ada, bob, eve] = (await Promise.all(['Ada', 'Bob', 'Eve'].map((name) => Person.signUp(router, name)))) as [
    Person,
    Person,
    Person,
  ];
  room = await createRoom(ada, 'Live', [bob]);
  for (const [name, person] of Object.entries({ ada, bob, eve })) clients.set(name, person.socket());
  clients.set(
    'nobody',
    ada.socket(() => {}, true),
  );
}, 30_000);

afterAll(async () => {
  for (const client of clients.values()) await client.dispose();
  expect(await harmDone(world)).toEqual([]);
});

type Errors = readonly { extensions?: { code?: string } }[];

/** What a subscription is told when it is refused: the codes, and whatever data came with them. */
async function refusalOf(who: string, query: string, variables: Record<string, unknown> = {}): Promise<unknown[]> {
  const told: unknown[] = [];
  const tell = (errors: Errors) => told.push(...errors.map(({ extensions }) => extensions?.code));
  await new Promise<void>((resolve) => {
    clients.get(who)?.subscribe(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (data) told.push(data);
          tell((errors ?? []) as Errors);
        },
        error: (error) => {
          tell(error as Errors);
          resolve();
        },
        complete: resolve,
      },
    );
  });
  return told;
}

const WATCH =
  'subscription ($room: ID!, $after: ID) { messageAdded(roomId: $room, after: $after) { eventId message { body } } }';
const TYPING = 'subscription ($room: ID!) { typingChanged(roomId: $room) { isTyping } }';

test('S8: somebody else’s room and no room at all sound the same; nobody hears anything', async () => {
  for (const query of [WATCH, TYPING]) {
    for (const id of [room, unknownId('Room'), ada.id, '\u0000', '__proto__', 'x'.repeat(50_000)]) {
      expect(await refusalOf('eve', query, { room: id })).toEqual(['NOT_FOUND']);
      expect(await refusalOf('nobody', query, { room: id })).toEqual(['UNAUTHENTICATED']);
    }
  }
  for (const root of ['inboxChanged', 'alertChanged', `presenceChanged(userIds: ["${ada.id}"])`])
    expect(await refusalOf('nobody', `subscription { ${root} { eventId } }`)).toEqual(['UNAUTHENTICATED']);
});

test('S10: an eventId of another viewer, another stream, or nobody is no place to begin', async () => {
  const place = await latestEventId(ada, room);
  const inbox = 'subscription ($after: ID) { inboxChanged(after: $after) { eventId } }';
  expect(await refusalOf('bob', WATCH, { room, after: place })).toEqual(['BAD_CURSOR']);
  expect(await refusalOf('ada', inbox, { after: place })).toEqual(['BAD_CURSOR']);
  for (const after of [`A${place.slice(1)}`, `${place}A`, '\ud800', '', randomUUID(), 'x'.repeat(50_000)])
    expect(await refusalOf('ada', WATCH, { room, after })).toEqual(['BAD_CURSOR']);
  // A stranger with a member's own place learns no more than that there is no such room.
  expect(await refusalOf('eve', WATCH, { room, after: place })).toEqual(['NOT_FOUND']);
});

test.each([
  ['two roots', 'subscription { alertChanged { eventId } inboxChanged { eventId } }', {}],
  [
    'two roots by fragment',
    'subscription { ...A alertChanged { eventId } } fragment A on Subscription { inboxChanged { eventId } }',
    {},
  ],
  ['two by alias', 'subscription { a: alertChanged { eventId } b: alertChanged { eventId } }', {}],
  [
    'a root that hangs on a variable',
    'subscription ($on: Boolean!) { alertChanged @include(if: $on) { eventId } }',
    { on: true },
  ],
  ['introspection as a stream', 'subscription { __typename }', {}],
])('S11: a subscription has one root, and no more: %s', async (_, query, variables) => {
  expect(await refusalOf('ada', query, variables)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('S11: sockets meet the walls of HTTP: two guesses, pages within pages, subgraphs’ own door', async () => {
  const guess = 'signIn(input: {email: "a@people.test", password: "guess"}) { userErrors { code } }';
  expect(await refusalOf('nobody', `mutation { a: ${guess} b: ${guess} }`)).toEqual(['ONE_PER_OPERATION']);
  const pages =
    'query ($n: Int) { me { rooms(first: $n) { edges { node { messages(first: $n) { edges { cursor } } } } } } }';
  expect(await refusalOf('ada', pages, { n: 100 })).toEqual(['TOO_MANY_RECORDS']);
  expect(await refusalOf('ada', '{ _service { sdl } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  const everybody = Array.from({ length: 101 }, (_, at) =>
    Buffer.from(`User:${String(at).padStart(16, '0')}`).toString('base64url'),
  );
  const watch = 'subscription ($ids: [ID!]!) { presenceChanged(userIds: $ids) { eventId } }';
  expect(await refusalOf('ada', watch, { ids: everybody })).toEqual(['BAD_INPUT']);
});

test('S8: each listener gets each event as themself: private fields of the author are the author’s', async () => {
  const document = `subscription ($roomId: ID!, $after: ID) {
    messageAdded(roomId: $roomId, after: $after) { eventId occurredAt message { author { id email sessions { id } } } }
  }`;
  const ears = await Promise.all(
    [ada, bob].map(async (person) => {
      const after = await latestEventId(person, room);
      return listen<MessageEvent>(person, { document, variables: { roomId: room }, after });
    }),
  );
  await send(ada, room, 'who am I');
  await Promise.all(ears.map((ear) => ear.until((events) => events.length === 1)));
  const [own, others] = ears.map(({ events }) => events[0]?.message.author as unknown);
  expect(own).toEqual({ id: ada.id, email: ada.account.email, sessions: [{ id: expect.any(String) }] });
  expect(others).toEqual({ id: ada.id, email: null, sessions: null });
  for (const ear of ears) ear.leave();
});

test('S4, S5: a flood, a huge frame and 25 sockets cost only their owner; the room is heard', async () => {
  const ear = listen<MessageEvent>(bob, {
    document: MESSAGES,
    variables: { roomId: room },
    after: await latestEventId(bob, room),
  });
  const open = async (token?: string) => {
    const socket = new WebSocket(router.replace('http', 'ws'), 'graphql-transport-ws');
    const heard: { type: string; id?: string; payload?: { extensions: { code: string } }[] }[] = [];
    socket.on('message', (text) => heard.push(JSON.parse(String(text))));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    const payload = token ? { authorization: `Bearer ${token}` } : {};
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    return { socket, heard, closed };
  };
  const token = eve.session.accessToken;

  const flood = await open(token);
  for (let at = 0; at < 200; at += 1) flood.socket.send('{"type":"ping"}');
  const huge = await open(token);
  huge.socket.send('x'.repeat(64 * 1024 + 1));
  expect(await Promise.all([flood.closed, huge.closed])).toEqual([4429, 1009]);

  const many = await Promise.all(Array.from({ length: 25 }, () => open(token)));
  const closings: number[] = [];
  for (const { closed } of many) void closed.then((code) => closings.push(code));
  await eventually(
    async () => closings,
    (codes) => codes.length >= 5,
    5_000,
  );
  expect(new Set(closings)).toEqual(new Set([4429]));
  // Eve's socket of `clients` may hold a seat too.
  expect(many.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length).toBeGreaterThanOrEqual(19);

  await send(ada, room, 'still here');
  await ear.until((events) => events.some(({ message }) => message.body === 'still here'), 2_000);
  for (const { socket } of many) socket.terminate();
  ear.leave();
});
