// Two processes on one store: what the turns within a process cannot order, the store's conflicts and retries do.
import { randomUUID } from 'node:crypto';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { follow } from '@mosaic/kernel/live/follow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inboxTopic, roomTopic } from '../../src/domain/topics.js';
import { type OpenContent, openContent } from '../../src/subgraph.js';
import { addReaction } from '../../src/use-cases/change-reaction.js';
import { likePost, unlikePost } from '../../src/use-cases/like-post.js';
import { openDirectRoom } from '../../src/use-cases/open-direct-room.js';
import { sendMessage } from '../../src/use-cases/send-message.js';
import { granted, group, say } from '../lab/chat.js';
import { log, openLab, person } from '../lab/open-lab.js';
import { comment, post } from '../lab/posts.js';

const lab = openLab();
const scope = new Scope();
let second: OpenContent;
beforeAll(async () => {
  second = await openContent(scope, lab.config(), { log });
});
afterAll(() => scope.close());

test('senders on both, retrying on the other: one numbering without gaps, each sender in order, each inbox complete', async () => {
  const people = Array.from({ length: 6 }, person);
  const room = await group(lab.rooms(), people[0]!, ...people.slice(1));
  const sides = [lab.rooms(), second];
  const heard: string[] = [];
  const stream = follow(second.logs.room, second.wakeUps, roomTopic(room.id), 0);
  const listening = (async () => {
    for await (const { body } of stream) {
      if (body.kind === 'MESSAGE') heard.push(body.message.body);
      if (heard.length === 120) return;
    }
  })();
  await Promise.all(
    people.map(async (author, who) => {
      for (let n = 0; n < 20; n += 1) {
        const input = { roomId: room.id, clientMessageId: randomUUID(), body: `${who}/${n}` };
        const both = sides.map((side) => sendMessage(side, author, input));
        const [here, there] = (await Promise.all(n % 4 === 0 ? both : [both[who % 2]!])).map(granted);
        if (there) expect(there.id).toBe(here!.id);
        await Promise.all(both);
      }
    }),
  );
  await listening;
  const events = await second.logs.room.readAfter(roomTopic(room.id), 0, 200);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  for (const who of people.keys()) {
    const own = heard.filter((body) => body.startsWith(`${who}/`));
    expect(own).toEqual(Array.from({ length: 20 }, (_, n) => `${who}/${n}`));
  }
  for (const { id } of people) expect(await second.logs.inbox.bounds(inboxTopic(id))).toEqual({ last: 121, oldest: 1 });
}, 30_000);

test('a pair opened from both processes is one room', async () => {
  const [ada, ben] = [person(), person()];
  const opened = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2 ? openDirectRoom(lab.rooms(), ada, { userId: ben.id }) : openDirectRoom(second, ben, { userId: ada.id }),
    ),
  );
  expect(new Set(opened.map((room) => granted(room).id)).size).toBe(1);
});

test('what one process says wakes a reader of the other, without waiting for the next look', async () => {
  const ada = person();
  const room = await group(lab.rooms(), ada);
  const stream = follow(second.logs.room, second.wakeUps, roomTopic(room.id), 0);
  const first = stream.next();
  await say(lab.rooms(), ada, room, 'one');
  await first;
  const next = stream.next();
  const began = performance.now();
  await say(lab.rooms(), ada, room, 'two');
  expect((await next).value.body.message.body).toBe('two');
  expect(performance.now() - began).toBeLessThan(500);
  await stream.return?.();
});

test('negative control: counting up outside the transaction loses places', async () => {
  const ada = person();
  const room = await group(lab.rooms(), ada);
  const events = lab.rooms().connection.collection('room_events');
  /** The naive way: look for the last place, then take the next. */
  const naively = async () => {
    const [last] = await events.find({ roomId: room.id }).sort({ seq: -1 }).limit(1).toArray();
    return (last?.['seq'] ?? 0) + 1;
  };
  const taken = await Promise.all(Array.from({ length: 10 }, naively));
  expect(new Set(taken).size).toBeLessThan(10);
});

test('likes, reactions, comments and posts from both at once: every counter is the number of its rows', async () => {
  const people = Array.from({ length: 8 }, person);
  const room = await group(lab.rooms(), people[0]!, ...people.slice(1));
  const { id: messageId } = await say(lab.rooms(), people[0]!, room, 'hello');
  const { id: postId } = await post(lab.rooms(), people[0]!);
  const sides = [lab.rooms(), second];
  await Promise.all(
    people.flatMap((who, n) =>
      sides.map(async (side) => {
        granted(await likePost(side, who, { postId }));
        granted(await addReaction(side, who, { messageId, emoji: '👍' }));
        await comment(side, who, postId);
        if (n % 2) granted(await unlikePost(side, who, { postId }));
        await post(side, who);
      }),
    ),
  );
  const rows = (name: string, filter: object) => second.connection.collection(name).countDocuments(filter);
  const [now] = await second.read.postsById(people[0]!, [postId]);
  expect([now!.likeCount, now!.commentCount, now!.commentPlaces]).toEqual([await rows('likes', { postId }), 16, 16]);
  expect(now!.likeCount).toBeGreaterThanOrEqual(4);
  const reactions = (await second.read.reactionsTo(people[0]!, [messageId])).get(messageId);
  expect(reactions).toEqual([{ emoji: '👍', count: 8, viewerHasReacted: true }]);
  const places = (await second.connection.collection('posts').find().toArray()).map(({ place }) => place);
  expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, n) => n + 1));
  // Seven people commented twice each; the author is not told of their own.
  expect(await second.read.unreadNotifications(people[0]!)).toBe(14);
});
