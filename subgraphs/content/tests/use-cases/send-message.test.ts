// Sending: once per client id, in one order, without gaps.
import { randomUUID } from 'node:crypto';
import { proofSize } from '@mosaic/embedded/proof-size';
import { expect, test } from 'vitest';
import { sendMessage } from '../../src/use-cases/send-message.js';
import { codeOf, granted, group, say } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

const lab = openLab();

/** Of each of ten people. */
const MESSAGES = proofSize({ full: 100, quick: 30 });

test(`ten people sending ${MESSAGES} messages each, with retries, make messages numbered 1 to ${10 * MESSAGES}`, async () => {
  const people = Array.from({ length: 10 }, person);
  const [owner, ...others] = people;
  const rooms = lab.rooms();
  const room = await group(rooms, owner!, ...others);
  await Promise.all(
    people.map(async (author, who) => {
      for (let n = 0; n < MESSAGES; n += 1) {
        const input = { roomId: room.id, clientMessageId: randomUUID(), body: `${who}/${n}` };
        const first = granted(await sendMessage(rooms, author, input));
        if (n % 5 === 0) expect(granted(await sendMessage(rooms, author, input))).toEqual(first);
      }
    }),
  );
  const events = [];
  for (let after = 0; ; after = events.length) {
    const batch = await rooms.logs.room.readAfter(`room:${room.id}`, after, 250);
    if (batch.length === 0) break;
    events.push(...batch);
  }
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 * MESSAGES }, (_, at) => at + 1));
  for (const [who] of people.entries()) {
    const bodies = events.flatMap(({ body }) => (body.kind === 'MESSAGE' ? body.message.body : []));
    const own = bodies.filter((text) => text.startsWith(`${who}/`));
    expect(own).toEqual(Array.from({ length: MESSAGES }, (_, n) => `${who}/${n}`));
  }
  expect(await rooms.logs.inbox.bounds(`inbox:${owner!.id}`)).toEqual({ last: 10 * MESSAGES + 1, oldest: 1 });
}, 40_000);

test('the same id at the same time is one message; with another body or room it is refused', async () => {
  const rooms = lab.rooms();
  const author = person();
  const [room, other] = [await group(rooms, author), await group(rooms, author)];
  const input = { roomId: room.id, clientMessageId: randomUUID(), body: 'hello' };
  const twins = await Promise.all(Array.from({ length: 10 }, () => sendMessage(rooms, author, input)));
  expect(new Set(twins.map((twin) => granted(twin).id)).size).toBe(1);
  expect(codeOf(await sendMessage(rooms, author, { ...input, body: 'hello!' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(codeOf(await sendMessage(rooms, author, { ...input, roomId: other.id }))).toBe('IDEMPOTENCY_KEY_REUSED');
  const events = await rooms.logs.room.readAfter(`room:${room.id}`, 0, 100);
  expect(events).toHaveLength(1);
  expect(await rooms.logs.room.bounds(`room:${other.id}`)).toEqual({ last: 0, oldest: 1 });
});

test('the same client id of two people is two messages', async () => {
  const rooms = lab.rooms();
  const [ada, ben] = [person(), person()];
  const room = await group(rooms, ada, ben);
  const input = { roomId: room.id, clientMessageId: randomUUID(), body: 'hello' };
  const [a, b] = [await sendMessage(rooms, ada, input), await sendMessage(rooms, ben, input)];
  expect([granted(a).seq, granted(b).seq]).toEqual([1, 2]);
});

test('strangers and empty texts are refused and take no place in the log', async () => {
  const rooms = lab.rooms();
  const author = person();
  const room = await group(rooms, author);
  const input = { roomId: room.id, clientMessageId: randomUUID(), body: 'hello' };
  expect(codeOf(await sendMessage(rooms, person(), input))).toBe('NOT_FOUND');
  expect(codeOf(await sendMessage(rooms, author, { ...input, body: ' \u202e\n ' }))).toBe('BAD_INPUT');
  expect(codeOf(await sendMessage(rooms, author, { ...input, roomId: '{"$ne":null}' }))).toBe('NOT_FOUND');
  expect((await say(rooms, author, room, 'first')).seq).toBe(1);
});
