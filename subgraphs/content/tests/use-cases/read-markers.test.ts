// Read markers: forward only, and unread counts that are exact under concurrency.
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Room } from '../../src/domain/room.js';
import { markRoomRead } from '../../src/use-cases/mark-room-read.js';
import { openDirectRoom } from '../../src/use-cases/open-direct-room.js';
import { renameRoom } from '../../src/use-cases/rename-room.js';
import { codeOf, granted, group, say } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

const lab = openLab();

async function stateOf(asker: Asker, room: Room) {
  const { read } = lab.rooms();
  const [membership] = await read.membershipsOf(asker, [room.id]);
  const unread = (await read.unreadCounts(asker, [membership!])).get(room.id) ?? 0;
  return { readUpTo: membership!.readUpTo, unread };
}

test('unread is what others said behind the marker; own messages and changes of the room are not', async () => {
  const rooms = lab.rooms();
  const [ada, ben] = [person(), person()];
  const room = await group(rooms, ada, ben);
  const first = await say(rooms, ada, room, 'one');
  await say(rooms, ben, room, 'own');
  await renameRoom(rooms, ada, { roomId: room.id, title: 'Other' });
  await say(rooms, ada, room, 'two');
  expect(await stateOf(ben, room)).toEqual({ readUpTo: 0, unread: 2 });
  await markRoomRead(rooms, ben, { roomId: room.id, upTo: first.id });
  expect(await stateOf(ben, room)).toEqual({ readUpTo: 1, unread: 1 });
});

test('a marker never goes back, and takes only messages of its room', async () => {
  const rooms = lab.rooms();
  const [ada, ben] = [person(), person()];
  const room = await group(rooms, ada, ben);
  const other = granted(await openDirectRoom(rooms, ada, { userId: ben.id }));
  const [one, two] = [await say(rooms, ada, room, 'one'), await say(rooms, ada, room, 'two')];
  const elsewhere = await say(rooms, ada, other, 'elsewhere');
  for (const upTo of [two.id, one.id]) granted(await markRoomRead(rooms, ben, { roomId: room.id, upTo }));
  expect(await stateOf(ben, room)).toEqual({ readUpTo: 2, unread: 0 });
  for (const upTo of [elsewhere.id, ben.id, 'x'])
    expect(codeOf(await markRoomRead(rooms, ben, { roomId: room.id, upTo }))).toBe('NOT_FOUND');
  expect(codeOf(await markRoomRead(rooms, person(), { roomId: room.id, upTo: one.id }))).toBe('NOT_FOUND');
});

test('sending and marking at the same time, in any order, ends exact', async () => {
  const rooms = lab.rooms();
  const [ada, ben] = [person(), person()];
  const room = await group(rooms, ada, ben);
  const marked: number[] = [];
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const message = await say(rooms, n % 4 === 3 ? ben : ada, room, `${n}`);
      if (n >= 30) return;
      granted(await markRoomRead(rooms, ben, { roomId: room.id, upTo: message.id }));
      marked.push(message.seq);
      const { readUpTo } = await stateOf(ben, room);
      expect(readUpTo).toBeGreaterThanOrEqual(Math.max(...marked.filter((seq) => seq <= message.seq)));
    }),
  );
  const log = await rooms.logs.room.readAfter(`room:${room.id}`, 0, 100);
  const furthest = Math.max(...marked);
  const unread = log.filter(
    ({ seq, body }) => seq > furthest && body.kind === 'MESSAGE' && body.message.authorId === ada.id,
  );
  expect(await stateOf(ben, room)).toEqual({ readUpTo: furthest, unread: unread.length });
});
