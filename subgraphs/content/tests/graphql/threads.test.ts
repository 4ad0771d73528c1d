// Threads, reactions and attachments as members see them, live and in pages.
import { randomUUID } from 'node:crypto';
import { GrantSeal } from '@mosaic/kernel/identity/grant';
import { mintId } from '@mosaic/kernel/values/ids';
import { expect, test } from 'vitest';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { createGroup, refusalOf, removeMember, run, send } from '../lab/operations.js';

const graph = openGraph();
const CHANGES = `subscription ($roomId: ID!, $after: ID) { messageChanged(roomId: $roomId, after: $after) {
  eventId change message { body replyCount reactions { emoji count viewerHasReacted } }
} }`;
const reply = (viewer: ReturnType<typeof person>, roomId: string, parentId: string, body: string) =>
  run(graph(), viewer, 'sendMessage', { roomId, clientMessageId: randomUUID(), body, parentId }, 'message { id seq }');

test('replies stand under what they answer, count exactly, and are messages of the room like others', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const first = await send(graph(), ada, roomId, 'question');
  const { message: one } = await reply(ben, roomId, first.id, 'answer 1');
  await Promise.all([2, 3, 4].map((n) => reply(ben, roomId, first.id, `answer ${n}`)));
  const fields = `body replyCount parent { id } replies(first: 2) { edges { node { body parent { id } } } pageInfo { hasNextPage } }`;
  expect(await graph().entity(ada, 'Message', first.id, fields)).toEqual({
    body: 'question',
    replyCount: 4,
    parent: null,
    replies: {
      edges: [
        { node: { body: 'answer 1', parent: { id: first.id } } },
        { node: { body: expect.any(String), parent: { id: first.id } } },
      ],
      pageInfo: { hasNextPage: true },
    },
  });
  expect(await graph().entity(ada, 'Room', roomId, 'unreadCount')).toEqual({ unreadCount: 4 });
  const nested = { roomId, clientMessageId: randomUUID(), body: 'x', parentId: one.id };
  expect(await refusalOf(graph(), ada, 'sendMessage', nested)).toBe('BAD_INPUT');
  const elsewhere = await createGroup(graph(), ada, []);
  for (const [at, parentId] of [
    [elsewhere, first.id],
    [roomId, 'x'],
  ] as const)
    expect(await refusalOf(graph(), ada, 'sendMessage', { ...nested, roomId: at, parentId })).toBe('NOT_FOUND');
});

test('reactions and replies reach live members in order, resume from a cursor, and end with the membership', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const { id: messageId } = await send(graph(), ada, roomId, 'hello');
  const { latestEventId: after } = await graph().entity(ben, 'Room', roomId, 'latestEventId');
  const ear = graph().listen(ben, CHANGES, { roomId, after });
  await run(graph(), ada, 'addReaction', { messageId, emoji: '👍' }, 'message { id }');
  await ear.heard(1);
  await reply(ada, roomId, messageId, 'and again');
  await ear.heard(2);
  await run(graph(), ben, 'addReaction', { messageId, emoji: '👍' }, 'message { id }');
  await ear.heard(3);
  const seen = (count: number, viewerHasReacted: boolean) => [{ emoji: '👍', count, viewerHasReacted }];
  expect(ear.events.map(({ eventId: _, ...event }) => event)).toEqual([
    { change: 'REACTIONS', message: { body: 'hello', replyCount: 0, reactions: seen(1, false) } },
    { change: 'REPLIES', message: { body: 'hello', replyCount: 1, reactions: seen(1, false) } },
    { change: 'REACTIONS', message: { body: 'hello', replyCount: 1, reactions: seen(2, true) } },
  ]);
  const again = graph().listen(ben, CHANGES, { roomId, after: ear.events[0].eventId });
  await again.heard(2);
  expect(again.events.map(({ change }) => change)).toEqual(['REPLIES', 'REACTIONS']);
  await removeMember(graph(), ada, roomId, ben.id);
  await run(graph(), ada, 'addReaction', { messageId, emoji: '🎉' }, 'message { id }');
  await ear.until(({ endings }) => endings.length > 0);
  expect([ear.endings, ear.events.length]).toEqual([['MEMBERSHIP_ENDED'], 3]);
  expect(await refusalOf(graph(), ben, 'addReaction', { messageId, emoji: '🎉' })).toBe('NOT_FOUND');
});

test('attachments are grants for this viewer, in the name of the author', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const mediaIds = [mintId('Media'), mintId('Media')];
  const input = { roomId, clientMessageId: randomUUID(), body: 'look', mediaIds };
  const { message } = await run(graph(), ada, 'sendMessage', input, 'message { id }');
  expect((await run(graph(), ada, 'sendMessage', input, 'message { id }')).message).toEqual(message);
  expect(await refusalOf(graph(), ada, 'sendMessage', { ...input, mediaIds: [] })).toBe('IDEMPOTENCY_KEY_REUSED');
  const { attachments } = await graph().entity(ben, 'Message', message.id, 'attachments { grant }');
  const seal = new GrantSeal(graph().config.MOSAIC_CURSOR_KEY);
  const open = ({ grant }: { grant: string }) => seal.open(grant, ben.id, new Date());
  expect(attachments.map(open)).toMatchObject(mediaIds.map((thing) => ({ thing, by: ada.id, to: ben.id })));
  expect(seal.open(attachments[0].grant, person().id, new Date())).toBeNull();
  const fresh = { ...input, clientMessageId: randomUUID() };
  expect(await refusalOf(graph(), ada, 'sendMessage', { ...fresh, mediaIds: [ada.id] })).toBe('BAD_INPUT');
  const eleven = Array.from({ length: 11 }, () => mintId('Media'));
  expect(await refusalOf(graph(), ada, 'sendMessage', { ...fresh, mediaIds: eleven })).toBe('TOO_MANY');
});
