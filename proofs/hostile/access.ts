// One person at another's records, by every trick but the front door (that is proofs/access): replayed ids and keys,
// borrowed cursors, removed members, and races with the removal.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchedMonitor } from '../access/watched-monitor.js';
import { createRoom, send } from '../lab/chat.js';
import { Person } from '../lab/person.js';
import { change, harmDone, look, unknownId } from './attack.js';
import { world } from './world.js';

let router = '';
let ada: Person;
let bob: Person;
let eve: Person;
let room = '';
let monitor = '';
let alert = '';
let rule = '';
let message = '';

/** Everything Ada has, as she sees it. */
const WHOLE = /* GraphQL */ `
  {
    me {
      displayName bio email version sessions { id }
      rooms(first: 10) {
        edges { node {
          id title unreadCount viewerReadMarker
          members(first: 10) { edges { node { role readUpTo user { id } } } }
          messages(first: 50) { edges { node { id seq body } } }
        } }
      }
      monitors(first: 10) { edges { node { id name readings(first: 10) { edges { node { value } } } rules { id } } } }
      alerts(first: 10) { edges { node { id status } } }
      notifications(first: 10) { edges { node { id } } }
    }
  }
`;

beforeAll(async () => {
  router = world.current.urls.router[0] ?? '';
  [ada, bob, eve] = (await Promise.all(['Ada', 'Bob', 'Eve'].map((name) => Person.signUp(router, name)))) as [
    Person,
    Person,
    Person,
  ];
  room = await createRoom(ada, 'Private', [bob]);
  message = (await send(ada, room, 'between us')).id;
  monitor = await watchedMonitor(ada);
  const { data } = await look(router, ada, '{ me { alerts(first: 1) { edges { node { id rule { id } } } } } }');
  ({
    id: alert,
    rule: { id: rule },
  } = data.me.alerts.edges[0].node);
}, 30_000);

afterAll(async () => expect(await harmDone(world)).toEqual([]));

const reading = () => ({ value: 99, at: new Date().toISOString(), idempotencyKey: randomUUID() });

test('A2: Eve sends every request of Ada’s that carries an id: NOT_FOUND, as for an id of nothing, and nothing changed', async () => {
  const before = (await look(router, ada, WHOLE)).data;
  const requests: [field: string, type: string, id: string, input: (id: string) => Record<string, unknown>][] = [
    ['sendMessage', 'Room', room, (roomId) => ({ roomId, body: 'hi', clientMessageId: randomUUID() })],
    ['renameRoom', 'Room', room, (roomId) => ({ roomId, title: 'Mine' })],
    ['addRoomMember', 'Room', room, (roomId) => ({ roomId, userId: eve.id })],
    ['removeRoomMember', 'Room', room, (roomId) => ({ roomId, userId: bob.id })],
    ['leaveRoom', 'Room', room, (roomId) => ({ roomId })],
    ['markRoomRead', 'Room', room, (roomId) => ({ roomId, upTo: message })],
    ['setTyping', 'Room', room, (roomId) => ({ roomId, isTyping: true })],
    ['recordReading', 'Monitor', monitor, (monitorId) => ({ monitorId, ...reading() })],
    ['createAlertRule', 'Monitor', monitor, (monitorId) => ({ monitorId, comparison: 'GT', threshold: 1 })],
    ['acknowledgeAlert', 'Alert', alert, (alertId) => ({ alertId })],
    ['resolveAlert', 'Alert', alert, (alertId) => ({ alertId })],
  ];
  for (const [field, type, id, input] of requests) {
    const [real, unreal] = [
      await change(router, eve, field, input(id)),
      await change(router, eve, field, input(unknownId(type))),
    ];
    expect([field, real.refusals, real.data]).toEqual([field, ['NOT_FOUND'], unreal.data]);
  }
  for (const id of [room, message, monitor, alert, rule]) {
    const { data } = await look(
      router,
      eve,
      'query ($id: ID!) { node(id: $id) { ... on Room { title } ... on Message { body } ... on Monitor { name } ... on Alert { status } ... on AlertRule { threshold } } }',
      { id },
    );
    expect(Object.values(data.node ?? {}).filter((value) => value !== null)).toEqual([]);
  }
  expect((await look(router, ada, WHOLE)).data).toEqual(before);
});

test('A4: an id of another type is not of this one, for its owner too', async () => {
  for (const [field, id] of [
    ['room', monitor],
    ['monitor', room],
    ['user', room],
  ] as const) {
    const { data, codes } = await look(router, ada, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
    expect([data, codes]).toEqual([{ [field]: null }, []]);
  }
  const { refusals } = await change(router, ada, 'markRoomRead', { roomId: room, upTo: monitor });
  expect(refusals).toEqual(['NOT_FOUND']);
});

test('A7: a cursor of Ada’s means nothing from Bob, nor in another list', async () => {
  const page =
    'query ($id: ID!, $after: String) { room(id: $id) { messages(first: 1, after: $after) { pageInfo { endCursor } } members(first: 1) { pageInfo { endCursor } } } }';
  const { data } = await look(router, ada, page, { id: room });
  const { messages, members } = data.room;
  expect((await look(router, ada, page, { id: room, after: messages.pageInfo.endCursor })).codes).toEqual([]);
  for (const [person, after] of [
    [bob, messages.pageInfo.endCursor],
    [ada, members.pageInfo.endCursor],
    [ada, `A${messages.pageInfo.endCursor.slice(1)}`],
    [ada, Buffer.from('["x"]').toString('base64url')],
  ] as const) {
    const answer = await look(router, person, page, { id: room, after });
    expect([answer.codes, answer.data.room]).toEqual([['BAD_CURSOR'], null]);
  }
});

test('C1: a key is its owner’s: Eve under Ada’s key gets her own, and Ada’s stays', async () => {
  const wish = { title: 'A wish', memberIds: [], idempotencyKey: randomUUID() };
  const mine = await change(router, ada, 'createRoom', wish, 'room { id }');
  const hers = await change(router, eve, 'createRoom', wish, 'room { id title }');
  expect(hers.data.createRoom.room.id).not.toBe(mine.data.createRoom.room.id);
  const all = await Promise.all(
    Array.from({ length: 10 }, () => change(router, ada, 'createRoom', wish, 'room { id }')),
  );
  expect(new Set(all.map(({ data }) => data.createRoom.room.id))).toEqual(new Set([mine.data.createRoom.room.id]));
  const other = await change(router, ada, 'createRoom', { ...wish, title: 'Another wish' }, 'room { id }');
  expect([other.refusals, other.data.createRoom.room]).toEqual([['IDEMPOTENCY_KEY_REUSED'], null]);
});

test('a direct room is with somebody else, and nobody comes in or goes out', async () => {
  for (const userId of [ada.id, room, '__proto__', '', 'x'.repeat(10_000)])
    expect((await change(router, ada, 'openDirectRoom', { userId })).refusals).toEqual(['BAD_INPUT']);
  const { data } = await change(router, ada, 'openDirectRoom', { userId: bob.id }, 'room { id }');
  const direct = data.openDirectRoom.room.id as string;
  for (const person of [ada, bob]) {
    const attempts = [
      await change(router, person, 'addRoomMember', { roomId: direct, userId: eve.id }),
      await change(router, person, 'removeRoomMember', { roomId: direct, userId: person === ada ? bob.id : ada.id }),
      await change(router, person, 'renameRoom', { roomId: direct, title: 'Ours' }),
      await change(router, person, 'leaveRoom', { roomId: direct }),
    ];
    expect(attempts.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('ROOM_IS_DIRECT'));
  }
});

test('a member is no owner: they remove nobody, and invite nobody', async () => {
  for (const [field, input] of [
    ['removeRoomMember', { roomId: room, userId: ada.id }],
    ['addRoomMember', { roomId: room, userId: eve.id }],
    ['renameRoom', { roomId: room, title: 'Ours' }],
  ] as const)
    expect((await change(router, bob, field, input)).refusals).toEqual(['NOT_ROOM_OWNER']);
});

test('removal against twenty messages of the removed: none stands behind the removal, and the places have no gap', async () => {
  const contested = await createRoom(ada, 'Contested', [bob]);
  const says = (at: number) =>
    change(
      router,
      bob,
      'sendMessage',
      { roomId: contested, body: `said ${at}`, clientMessageId: randomUUID() },
      'message { seq }',
    );
  const early = await Promise.all([says(0), says(1)]);
  const [removal, ...sent] = await Promise.all([
    change(router, ada, 'removeRoomMember', { roomId: contested, userId: bob.id }),
    ...Array.from({ length: 18 }, (_, at) => says(at + 2)),
  ]);
  expect(removal?.refusals).toEqual([]);
  const late = await says(99);
  expect(late.refusals).toEqual(['NOT_FOUND']);
  const accepted = [...early, ...sent].filter(({ refusals }) => refusals.length === 0);
  for (const { refusals } of sent) expect(['', 'NOT_FOUND']).toContain(refusals.join());
  const last = (await send(ada, contested, 'after it all')).seq;
  const query = 'query ($id: ID!) { room(id: $id) { messages(first: 100) { edges { node { seq author { id } } } } } }';
  const { data } = await look(router, ada, query, { id: contested });
  const seqs = data.room.messages.edges.map(({ node }: { node: { seq: number } }) => node.seq);
  const told = accepted.map((answer) => answer.data.sendMessage.message.seq as number).sort((a, b) => a - b);
  expect(seqs).toEqual([...told, last]);
  const first = told[0] ?? 0;
  expect(told).toEqual(told.map((_, at) => first + at)); // then the removal takes one place, then Ada speaks
  expect(last).toBe((told.at(-1) ?? 0) + 2);
});

test('A8: two viewers interleaved on one connection each see their own', async () => {
  const asked = Array.from({ length: 100 }, (_, at) => (at % 2 ? bob : eve));
  const seen = await Promise.all(
    asked.map((person) => look(router, person, '{ me { id email rooms(first: 5) { edges { node { title } } } } }')),
  );
  for (const [at, { data }] of seen.entries()) {
    expect([data.me.id, data.me.email]).toEqual([asked[at]?.id, asked[at]?.account.email]);
    if (asked[at] === eve) expect(JSON.stringify(data)).not.toContain('Private');
  }
});
