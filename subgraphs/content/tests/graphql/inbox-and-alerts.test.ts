// The streams of one person: what changes in their rooms, and what happens to their alerts.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Whatever } from '../lab/answer.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { addMember, createGroup, removeMember, run, send } from '../lab/operations.js';

const graph = openGraph();
const INBOX = `subscription ($after: ID) { inboxChanged(after: $after) {
  eventId change roomId room { title unreadCount lastMessage { body } }
} }`;
const ALERTS =
  'subscription ($after: ID) { alertChanged(after: $after) { eventId alert { status monitor { name owner { id } } } } }';

test('an inbox tells of every change of every room, also of coming and going; and resumes', async () => {
  const [ada, ben] = [person(), person()];
  const ear = graph().listen(ben, INBOX);
  const roomId = await createGroup(graph(), ada, [], 'Chess');
  await addMember(graph(), ada, roomId, ben.id);
  // The subscription may have begun after that: from here on nothing is missed.
  for (let n = 0; ear.events.length === 0; n += 1) {
    await send(graph(), ada, roomId, `probe ${n}`);
    await ear.heard(1, 300).catch(() => {});
  }
  const { message } = await run(
    graph(),
    ben,
    'sendMessage',
    { roomId, clientMessageId: randomUUID(), body: 'mine' },
    'message { id }',
  );
  await run(graph(), ben, 'markRoomRead', { roomId, upTo: message.id }, 'room { id }');
  await run(graph(), ada, 'renameRoom', { roomId, title: 'Go' }, 'room { id }');
  await removeMember(graph(), ada, roomId, ben.id);
  await send(graph(), ada, roomId, 'not for Ben');
  await ear.until(({ events }) => events.at(-1)?.change === 'MEMBER_REMOVED');
  const changes = ear.events.slice(-4).map(({ change }: Whatever) => change);
  expect(changes).toEqual(['MESSAGE', 'READ', 'RENAMED', 'MEMBER_REMOVED']);
  expect(ear.events.at(-1)).toMatchObject({ roomId, room: null });

  const again = graph().listen(ben, INBOX, { after: ear.events.at(-4).eventId });
  await again.heard(3);
  expect(again.events.map(({ change }: Whatever) => change)).toEqual(['READ', 'RENAMED', 'MEMBER_REMOVED']);
  const foreign = graph().listen(ada, INBOX, { after: ear.events[0].eventId });
  await foreign.until(({ endings }) => endings.length > 0);
  expect(foreign.endings).toEqual(['BAD_CURSOR']);
});

test('an inbox event carries the room as it is for the viewer', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben], 'Chess');
  const ear = graph().listen(ben, INBOX);
  for (let n = 1; ear.events.length === 0; n += 1) {
    await send(graph(), ada, roomId, `probe ${n}`);
    await ear.heard(1, 300).catch(() => {});
  }
  const known = ear.events.length;
  const { seq } = await send(graph(), ada, roomId, 'last');
  await ear.heard(known + 1);
  expect(ear.events.at(-1)).toMatchObject({
    change: 'MESSAGE',
    room: { title: 'Chess', unreadCount: seq, lastMessage: { body: 'last' } },
  });
});

test('alerts stream to their owner with the status each event gave them, and replay from a cursor', async () => {
  const ada = person();
  const { monitor } = await run(graph(), ada, 'createMonitor', { name: 'Pulse', unit: 'bpm' }, 'monitor { id }');
  await run(
    graph(),
    ada,
    'createAlertRule',
    { monitorId: monitor.id, comparison: 'GT', threshold: 10 },
    'alertRule { id }',
  );
  const record = (value: number) =>
    run(
      graph(),
      ada,
      'recordReading',
      { monitorId: monitor.id, value, at: new Date(), idempotencyKey: randomUUID() },
      'reading { id }',
    );
  const { latestAlertEventId: start } = await graph().entity(ada, 'User', ada.id, 'latestAlertEventId');
  const ear = graph().listen(ada, ALERTS, { after: start });
  for (const value of [11, 12, 9, 13]) await record(value);
  await ear.heard(3);
  expect(ear.events.map(({ alert }: Whatever) => alert)).toEqual(
    ['OPEN', 'RESOLVED', 'OPEN'].map((status) => ({ status, monitor: { name: 'Pulse', owner: { id: ada.id } } })),
  );
  const again = graph().listen(ada, ALERTS, { after: ear.events[0].eventId });
  await again.heard(2);
  expect(again.events).toEqual(ear.events.slice(1));
  const stranger = graph().listen(person(), ALERTS, { after: ear.events[0].eventId });
  await stranger.until(({ endings }) => endings.length > 0);
  expect(stranger.endings).toEqual(['BAD_CURSOR']);
});
