// Logs that forget: a cursor that is too old, or from a future that was lost, is refused; never a silent gap.
import { follow } from '@mosaic/kernel/live/follow';
import { expect, test } from 'vitest';
import { eventIdOf, startOf } from '../../src/data/live/follow-for.js';
import { trimTopics } from '../../src/data/live/topic-log.js';
import { collectionsOf } from '../../src/data/records/collections.js';
import { inboxTopic, roomTopic } from '../../src/domain/topics.js';
import { group, say } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

const lab = openLab();

async function inboxWith(messages: number) {
  const rooms = lab.rooms();
  const ada = person();
  const room = await group(rooms, ada); // event 1
  for (let n = 0; n < messages; n += 1) await say(rooms, ada, room, `${n}`);
  const { seal, wakeUps, logs } = rooms;
  const inbox = { log: logs.inbox, wakeUps, seal, topic: inboxTopic(ada.id), viewerId: ada.id };
  return { rooms, room, inbox, forget: (upTo: number) => forget(inbox.topic, upTo) };
}
const forget = (topic: string, upTo: number) =>
  lab
    .rooms()
    .connection.collection('topic_events')
    .deleteMany({ topic, seq: { $lte: upTo } });

test('a cursor is good as long as the event behind it is kept', async () => {
  const { inbox, forget: forgetInbox } = await inboxWith(5);
  await forgetInbox(3);
  expect(await startOf(inbox, eventIdOf(inbox, 3))).toBe(3);
  expect(await startOf(inbox, eventIdOf(inbox, 6))).toBe(6);
  expect(await startOf(inbox, null)).toBe(6);
  await expect(startOf(inbox, eventIdOf(inbox, 2))).rejects.toMatchObject({ refusal: { code: 'RESYNC_REQUIRED' } });
  await forgetInbox(6);
  expect(await startOf(inbox, eventIdOf(inbox, 6))).toBe(6);
  await expect(startOf(inbox, eventIdOf(inbox, 5))).rejects.toMatchObject({ refusal: { code: 'RESYNC_REQUIRED' } });
});

test('a cursor from the future asks for a fresh start, in rooms too', async () => {
  const { inbox, room, rooms } = await inboxWith(1);
  await expect(startOf(inbox, eventIdOf(inbox, 3))).rejects.toMatchObject({ refusal: { code: 'RESYNC_REQUIRED' } });
  const log = { ...inbox, log: rooms.logs.room, topic: roomTopic(room.id) };
  expect(await startOf(log, eventIdOf(log, 1))).toBe(1);
  await expect(startOf(log, eventIdOf(log, 2))).rejects.toMatchObject({ refusal: { code: 'RESYNC_REQUIRED' } });
});

test('a reader that falls behind what is kept is told so', async () => {
  const { inbox, forget: forgetInbox } = await inboxWith(5);
  await forgetInbox(4);
  const stream = follow(inbox.log, inbox.wakeUps, inbox.topic, 2);
  await expect(stream.next()).rejects.toMatchObject({ refusal: { code: 'RESYNC_REQUIRED' } });
  await stream.return?.();
});

test('trimming keeps the newest 10,000 events of a topic', async () => {
  const { inbox, rooms } = await inboxWith(2);
  const collections = collectionsOf(rooms.connection);
  await trimTopics(collections);
  expect(await inbox.log.bounds(inbox.topic)).toEqual({ last: 3, oldest: 1 });
  const counter = rooms.connection.collection<{ _id: string; seq: number }>('topics');
  await counter.updateOne({ _id: inbox.topic }, { $set: { seq: 10_002 } });
  await trimTopics(collections);
  expect(await inbox.log.bounds(inbox.topic)).toEqual({ last: 10_002, oldest: 3 });
});
