// messageAdded: everything in order, once, for members alone, and resumable.

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Whatever } from '../lab/answer.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { addMember, createGroup, removeMember, send } from '../lab/operations.js';

const graph = openGraph();
const LISTEN = `subscription ($roomId: ID!, $after: ID) {
  messageAdded(roomId: $roomId, after: $after) { eventId occurredAt message { body seq author { id } room { unreadCount } } }
}`;
/** Ears begin "from now on": this makes sure that now has come. */
async function listening(viewer: Asker, roomId: string, after?: string) {
  const ear = graph().listen(viewer, LISTEN, { roomId, after });
  for (let n = 0; ear.events.length === 0; n += 1) {
    await send(graph(), viewer, roomId, `probe ${n}`);
    await ear.heard(1, 300).catch(() => {});
  }
  const last = () => ear.events.at(-1).message.body as string;
  return { ear, last, bodies: () => ear.events.map(({ message }) => message.body) };
}

test('each member hears each message once and in order, with fields of the message’s own', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const { ear, bodies } = await listening(ben, roomId);
  const before = ear.events.length;
  for (const body of ['one', 'two', 'three']) await send(graph(), ada, roomId, body);
  await ear.heard(before + 3);
  expect(bodies().slice(before)).toEqual(['one', 'two', 'three']);
  const { message, occurredAt } = ear.events.at(-1);
  expect(message.author).toEqual({ id: ada.id });
  expect(Date.parse(occurredAt)).toBeGreaterThan(Date.now() - 60_000);
  expect(message.room.unreadCount).toBe(3);
});

test('after a break the stream goes on behind the last event, without loss or repetition', async () => {
  const ada = person();
  const roomId = await createGroup(graph(), ada, []);
  const { ear } = await listening(ada, roomId);
  ear.leave();
  const { eventId, message } = ear.events[0];
  const bodies = Array.from({ length: 150 }, (_, n) => `missed ${n}`);
  for (const body of bodies) await send(graph(), ada, roomId, body);
  const again = graph().listen(ada, LISTEN, { roomId, after: eventId });
  await again.until(({ events }) => events.at(-1)?.message.body === 'missed 149');
  const heard = again.events.map((event: Whatever) => event.message);
  expect(heard.map(({ seq }: { seq: number }) => seq)).toEqual(
    heard.map((_: unknown, at: number) => message.seq + 1 + at),
  );
  expect(heard.slice(-150).map(({ body }: { body: string }) => body)).toEqual(bodies);
});

test('strangers are refused as if there were no room; so are cursors of others and forged ones', async () => {
  const [ada, ben, stranger] = [person(), person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const { ear } = await listening(ada, roomId);
  const endingOf = async (viewer: Asker | null, variables: Record<string, unknown>) => {
    const refused = graph().listen(viewer, LISTEN, variables);
    await refused.until(({ endings }) => endings.length > 0);
    expect(refused.events).toEqual([]);
    return refused.endings[0];
  };
  expect(await endingOf(null, { roomId })).toBe('UNAUTHENTICATED');
  expect(await endingOf(stranger, { roomId })).toBe('NOT_FOUND');
  expect(await endingOf(stranger, { roomId, after: ear.events[0].eventId })).toBe('NOT_FOUND');
  expect(await endingOf(ben, { roomId, after: ear.events[0].eventId })).toBe('BAD_CURSOR');
  expect(await endingOf(ada, { roomId, after: randomUUID() })).toBe('BAD_CURSOR');
  const other = await createGroup(graph(), ada, []);
  expect(await endingOf(ada, { roomId: other, after: ear.events[0].eventId })).toBe('BAD_CURSOR');
});

test('a removed member’s stream ends at the removal, before anything that was said after it', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const { ear, last } = await listening(ben, roomId);
  await send(graph(), ada, roomId, 'for both');
  await ear.until(() => last() === 'for both');
  await removeMember(graph(), ada, roomId, ben.id);
  await send(graph(), ada, roomId, 'for Ada alone');
  await ear.until(({ endings }) => endings.length > 0);
  expect(ear.endings).toEqual(['MEMBERSHIP_ENDED']);
  expect(last()).toBe('for both');
  const late = graph().listen(ben, LISTEN, { roomId, after: ear.events.at(-1).eventId });
  await late.until(({ endings }) => endings.length > 0);
  expect([late.events, late.endings]).toEqual([[], ['NOT_FOUND']]);
});

test('somebody who was let in again resumes over their own removal', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const { ear } = await listening(ben, roomId);
  ear.leave();
  await removeMember(graph(), ada, roomId, ben.id);
  await addMember(graph(), ada, roomId, ben.id);
  await send(graph(), ada, roomId, 'welcome back');
  const again = graph().listen(ben, LISTEN, { roomId, after: ear.events.at(-1).eventId });
  await again.until(({ events }) => events.at(-1)?.message.body === 'welcome back');
  expect(again.endings).toEqual([]);
});
