// What stands between the store and trouble: budgets, filters that mean what they say, and the size of a room.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { expect, test } from 'vitest';
import { addRoomMember } from '../../src/use-cases/add-room-member.js';
import { codeOf, granted, group, say } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

const lab = openLab();

test('a question to the store may take what is left of the call, at most a second, never "for ever"', async () => {
  expect(budgetOf({})).toBe(1_000);
  expect(budgetOf({ deadline: Deadline.in(60_000) })).toBe(1_000);
  expect(budgetOf({ deadline: Deadline.in(-5) })).toBe(1);
  const { base } = lab.rooms().connection;
  const budgets: number[] = [];
  base.set('debug', (_collection: string, _method: string, ...rest: { maxTimeMS?: number }[]) => {
    budgets.push(rest.find((options) => options?.maxTimeMS !== undefined)?.maxTimeMS ?? Number.NaN);
  });
  await lab.rooms().read.roomsFor({ ...person(), deadline: Deadline.in(300) }, ['x']);
  base.set('debug', false);
  expect(budgets).toHaveLength(1);
  expect(budgets[0]).toBeGreaterThan(200);
  expect(budgets[0]).toBeLessThanOrEqual(300);
});

test('an operator where a value belongs is an error, never a wider answer', async () => {
  const rooms = lab.rooms();
  const ada = person();
  await say(rooms, ada, await group(rooms, ada), 'secret');
  const anything = { $ne: null } as never;
  await expect(rooms.read.sentAs(person(), anything)).rejects.toThrow('Cast to');
  await expect(rooms.read.isMember({ ...person(), id: anything }, anything)).rejects.toThrow('Cast to');
  await expect(rooms.read.roomsFor(person(), [anything])).rejects.toThrow('Cast to');
});

test('a filter on a field that does not exist is an error, never everything', async () => {
  const { connection } = lab.rooms();
  await expect(connection.model('rooms').find({ memberId: 'x' })).rejects.toThrow('strictQuery');
});

test('a room holds 500 people, and the 501st is refused', async () => {
  const rooms = lab.rooms();
  const ada = person();
  const room = await group(rooms, ada);
  const crowd = Array.from({ length: 498 }, () => person().id);
  const stored = rooms.connection.collection<{ _id: string; memberIds: string[] }>('rooms');
  await stored.updateOne({ _id: room.id }, { $push: { memberIds: { $each: crowd } } });
  const add = () => addRoomMember(rooms, ada, { roomId: room.id, userId: person().id });
  expect(granted(await add()).memberIds).toHaveLength(500);
  expect(codeOf(await add())).toBe('ROOM_IS_FULL');
  const began = performance.now();
  const { seq } = await say(rooms, ada, room, 'to all of you');
  expect(performance.now() - began).toBeLessThan(2_000);
  const told = await rooms.connection
    .collection('topic_events')
    .countDocuments({ 'body.roomId': room.id, 'body.change': 'MESSAGE' });
  expect([seq, told]).toEqual([2, 500]);
});
