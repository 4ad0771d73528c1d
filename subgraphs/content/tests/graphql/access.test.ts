// Who sees what, by every door: root fields, nested fields, entities. What is not yours is null everywhere.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { createGroup, refusalOf, removeMember, run, send } from '../lab/operations.js';

const graph = openGraph();
const [owner, member, stranger] = [person(), person(), person()];
const who: [string, Asker | null, boolean][] = [
  ['owner', owner, true],
  ['member', member, true],
  ['stranger', stranger, false],
  ['removed member', person(), false],
  ['nobody', null, false],
];
let roomId = '';
let messageId = '';
const own: Record<string, string> = {};

beforeAll(async () => {
  const removed = who[3]![1]!;
  roomId = await createGroup(graph(), owner, [member, removed]);
  messageId = (await send(graph(), owner, roomId, 'secret')).id;
  await removeMember(graph(), owner, roomId, removed.id);
  const { monitor } = await run(graph(), owner, 'createMonitor', { name: 'Pulse', unit: 'bpm' }, 'monitor { id }');
  const rule = { monitorId: monitor.id, comparison: 'GT', threshold: 10 };
  const { alertRule } = await run(graph(), owner, 'createAlertRule', rule, 'alertRule { id }');
  const reading = { monitorId: monitor.id, value: 11, at: new Date().toISOString(), idempotencyKey: randomUUID() };
  await run(graph(), owner, 'recordReading', reading, 'reading { id }');
  const lists = 'alerts(first: 1) { edges { node { id } } } notifications(first: 1) { edges { node { id } } }';
  const { alerts, notifications } = await graph().entity(owner, 'User', owner.id, lists);
  Object.assign(own, {
    Monitor: monitor.id,
    AlertRule: alertRule.id,
    Alert: alerts.edges[0].node.id,
    Notification: notifications.edges[0].node.id,
  });
});

test.each(who)('a room and its messages, by every door: %s', async (_, viewer, isIn) => {
  const root = await graph().ask(viewer, 'query ($id: ID!) { room(id: $id) { id } }', { id: roomId });
  if (viewer) expect(root.data).toEqual({ room: isIn ? { id: roomId } : null });
  else expect(root.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  expect(await graph().entity(viewer, 'Room', roomId)).toEqual(isIn ? { id: roomId } : null);
  expect(await graph().entity(viewer, 'Message', messageId, 'body room { id }')).toEqual(
    isIn ? { body: 'secret', room: { id: roomId } } : null,
  );
  const listed =
    viewer && (await graph().entity(viewer, 'User', viewer.id, 'rooms(first: 10) { edges { node { id } } }'));
  expect(listed?.rooms.edges.length ?? 0).toBe(isIn ? 1 : 0);
});

test.each(who)('monitors and what hangs on them are their owner’s alone, by every door: %s', async (name, viewer) => {
  const isOwner = name === 'owner';
  for (const [type, id] of Object.entries(own)) {
    expect(await graph().entity(viewer, type, id)).toEqual(isOwner ? { id } : null);
  }
  const root = await graph().ask(viewer, 'query ($id: ID!) { monitor(id: $id) { id } }', { id: own['Monitor'] });
  if (viewer) expect(root.data).toEqual({ monitor: isOwner ? { id: own['Monitor'] } : null });
  else expect(root.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test.each(who)(
  'the lists of a user are that user’s alone; the user is for all who are signed in: %s',
  async (name, viewer) => {
    const fields = `id presence { status } rooms(first: 1) { edges { cursor } } monitors(first: 1) { edges { cursor } }
    alerts(first: 1) { edges { cursor } } notifications(first: 1) { edges { cursor } }`;
    const page = name === 'owner' ? { edges: [{ cursor: expect.any(String) }] } : null;
    const seen = { id: owner.id, presence: { status: 'OFFLINE' } };
    expect(await graph().entity(viewer, 'User', owner.id, fields)).toEqual(
      viewer && { ...seen, rooms: page, monitors: page, alerts: page, notifications: page },
    );
  },
);

test.each([
  ['sendMessage', () => ({ roomId, clientMessageId: randomUUID(), body: 'x' })],
  ['markRoomRead', () => ({ roomId, upTo: messageId })],
  ['setTyping', () => ({ roomId, isTyping: true })],
  ['renameRoom', () => ({ roomId, title: 'x' })],
  ['leaveRoom', () => ({ roomId })],
  ['addRoomMember', () => ({ roomId, userId: stranger.id })],
  ['removeRoomMember', () => ({ roomId, userId: member.id })],
  ['createAlertRule', () => ({ monitorId: own['Monitor'], comparison: 'GT', threshold: 1 })],
  ['recordReading', () => ({ monitorId: own['Monitor'], value: 1, at: new Date(), idempotencyKey: randomUUID() })],
  ['acknowledgeAlert', () => ({ alertId: own['Alert'] })],
  ['resolveAlert', () => ({ alertId: own['Alert'] })],
])('%s by a stranger is NOT_FOUND, the same as for what does not exist', async (name, input) => {
  const before = await graph().entity(owner, 'Room', roomId, 'title members(first: 9) { edges { node { readUpTo } } }');
  expect(await refusalOf(graph(), stranger, name, input())).toBe('NOT_FOUND');
  const [key = ''] = Object.keys(input());
  expect(await refusalOf(graph(), owner, name, { ...input(), [key]: stranger.id })).toBe('NOT_FOUND');
  const after = await graph().entity(owner, 'Room', roomId, 'title members(first: 9) { edges { node { readUpTo } } }');
  expect(after).toEqual(before);
  expect(await graph().entity(owner, 'Alert', own['Alert']!, 'status')).toEqual({ status: 'OPEN' });
});

const uuid = randomUUID();
test.each([
  ['openDirectRoom', { userId: 'x' }],
  ['createRoom', { title: 'x', memberIds: [], idempotencyKey: uuid }],
  ['addRoomMember', { roomId: 'x', userId: 'x' }],
  ['removeRoomMember', { roomId: 'x', userId: 'x' }],
  ['leaveRoom', { roomId: 'x' }],
  ['renameRoom', { roomId: 'x', title: 'x' }],
  ['sendMessage', { roomId: 'x', clientMessageId: uuid, body: 'x' }],
  ['markRoomRead', { roomId: 'x', upTo: 'x' }],
  ['setTyping', { roomId: 'x', isTyping: true }],
  ['createMonitor', { name: 'x', unit: 'x' }],
  ['recordReading', { monitorId: 'x', value: 1, at: '2026-01-01T00:00:00Z', idempotencyKey: uuid }],
  ['createAlertRule', { monitorId: 'x', comparison: 'GT', threshold: 1 }],
  ['acknowledgeAlert', { alertId: 'x' }],
  ['resolveAlert', { alertId: 'x' }],
])('%s needs somebody who is signed in', async (name, input) => {
  await expect(refusalOf(graph(), null, name, input)).rejects.toThrow('UNAUTHENTICATED');
});

test('a cursor of one viewer or list means nothing in another', async () => {
  const first =
    'query ($id: ID!, $after: String) { room(id: $id) { members(first: 1, after: $after) { pageInfo { endCursor } } } }';
  const { data } = await graph().ask(owner, first, { id: roomId });
  const after = data.room.members.pageInfo.endCursor;
  expect((await graph().ask(owner, first, { id: roomId, after })).errors).toBeUndefined();
  const foreign = await graph().ask(member, first, { id: roomId, after });
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  const messages = first.replaceAll('members', 'messages');
  expect((await graph().ask(owner, messages, { id: roomId, after })).errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
});
