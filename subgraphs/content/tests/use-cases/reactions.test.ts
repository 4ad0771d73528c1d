// Reactions: one per person, message and emoji; what is counted is what is there, whoever reacts at the same time.
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Message } from '../../src/domain/message.js';
import { addReaction, removeReaction } from '../../src/use-cases/change-reaction.js';
import { codeOf, granted, group, say } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

const lab = openLab();
const crowd = Array.from({ length: 50 }, person);

async function spoken() {
  const [owner, ...others] = crowd;
  const room = await group(lab.rooms(), owner!, ...others);
  return { room, owner: owner!, message: await say(lab.rooms(), owner!, room, 'hello') };
}
const react = async (who: Asker, { id }: Message, emoji = '👍') =>
  granted(await addReaction(lab.rooms(), who, { messageId: id, emoji }));
const shown = async (who: Asker, { id }: Message) => (await lab.rooms().read.reactionsTo(who, [id])).get(id) ?? [];

test('fifty people at once are fifty', async () => {
  const { message, room, owner } = await spoken();
  await Promise.all(crowd.map((who) => react(who, message)));
  expect(await shown(owner, message)).toEqual([{ emoji: '👍', count: 50, viewerHasReacted: true }]);
  const [now] = await lab.rooms().read.roomsFor(owner, [room.id]);
  expect(now!.seq).toBe(message.seq + 50);
  expect(now!.activeAt).toEqual(message.sentAt);
});

test('one person fifty times is one, and is told once; taking it back fifty times, too', async () => {
  const { message, owner } = await spoken();
  const ben = crowd[1]!;
  await react(owner, message, '🎉');
  await Promise.all(crowd.map(() => react(ben, message)));
  expect(await shown(owner, message)).toEqual([
    { emoji: '🎉', count: 1, viewerHasReacted: true },
    { emoji: '👍', count: 1, viewerHasReacted: false },
  ]);
  const takeBack = () => removeReaction(lab.rooms(), ben, { messageId: message.id, emoji: '👍' });
  await Promise.all(crowd.map(takeBack));
  expect(await shown(ben, message)).toEqual([{ emoji: '🎉', count: 1, viewerHasReacted: false }]);
  const told = lab.rooms().connection.collection('room_events').countDocuments({ messageId: message.id });
  expect(await told).toBe(3);
});

test('control: reading the reactions, adding one and writing them back loses most of them', async () => {
  const pads = lab.rooms().connection.collection<{ _id: string; reactions: Record<string, string[]> }>('naive');
  await pads.insertOne({ _id: 'message', reactions: {} });
  const naive = async ({ id }: Asker) => {
    const { reactions } = (await pads.findOne({ _id: 'message' }))!;
    const usernames = [...(reactions['👍'] ?? []), id];
    await pads.updateOne({ _id: 'message' }, { $set: { reactions: { ...reactions, '👍': usernames } } });
  };
  await Promise.all(crowd.map(naive));
  expect((await pads.findOne({ _id: 'message' }))!.reactions['👍']!.length).toBeLessThan(50);
});

test('the store itself refuses a second row for the same reaction', async () => {
  const { message, owner } = await spoken();
  await react(owner, message);
  const rows = lab.rooms().connection.collection<{ _id: string }>('reactions');
  const row = await rows.findOne({ messageId: message.id });
  await expect(rows.insertOne({ ...row!, _id: 'second' })).rejects.toMatchObject({ code: 11_000 });
});

test('one emoji in one spelling, and nothing else', async () => {
  const { message, owner } = await spoken();
  for (const emoji of ['❤', '❤️']) await react(owner, message, emoji);
  await react(owner, message, '👩‍👩‍👧');
  expect((await shown(owner, message)).map(({ emoji, count }) => [emoji, count])).toEqual([
    ['❤️', 1],
    ['👩‍👩‍👧', 1],
  ]);
  for (const emoji of ['', 'a', 'ok', '👍👍', '👍 ', '$gt', '\ud83d', '1'])
    expect(codeOf(await addReaction(lab.rooms(), owner, { messageId: message.id, emoji }))).toBe('BAD_INPUT');
});

test('a message carries at most fifty different emoji; more of the same are welcome', async () => {
  const { message, owner } = await spoken();
  const faces = Array.from({ length: 51 }, (_, n) => String.fromCodePoint(0x1f600 + n));
  for (const emoji of faces.slice(0, 50)) await react(owner, message, emoji);
  const add = (who: Asker, emoji: string) => addReaction(lab.rooms(), who, { messageId: message.id, emoji });
  expect(codeOf(await add(owner, faces[50]!))).toBe('TOO_MANY');
  expect(codeOf(await add(crowd[1]!, faces[49]!))).toBeNull();
});

test('strangers react to nothing', async () => {
  const { message } = await spoken();
  const input = { messageId: message.id, emoji: '👍' };
  expect(codeOf(await addReaction(lab.rooms(), person(), input))).toBe('NOT_FOUND');
  expect(codeOf(await addReaction(lab.rooms(), crowd[0]!, { ...input, messageId: 'x' }))).toBe('NOT_FOUND');
});
