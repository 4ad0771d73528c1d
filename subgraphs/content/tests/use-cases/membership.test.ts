// Who is in a room: one direct room per pair, owners who decide, and nobody locked out.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addRoomMember } from '../../src/use-cases/add-room-member.js';
import { createRoom } from '../../src/use-cases/create-room.js';
import { leaveRoom } from '../../src/use-cases/leave-room.js';
import { openDirectRoom } from '../../src/use-cases/open-direct-room.js';
import { removeRoomMember } from '../../src/use-cases/remove-room-member.js';
import { renameRoom } from '../../src/use-cases/rename-room.js';
import { codeOf, granted, group } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

const lab = openLab();

test('fifty concurrent opens from both sides make one room', async () => {
  const rooms = lab.rooms();
  const [ada, ben] = [person(), person()];
  const opened = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      n % 2 ? openDirectRoom(rooms, ada, { userId: ben.id }) : openDirectRoom(rooms, ben, { userId: ada.id }),
    ),
  );
  expect(new Set(opened.map((room) => granted(room).id)).size).toBe(1);
  const stored = await rooms.connection.collection('rooms').countDocuments({ memberIds: ada.id });
  const inbox = await rooms.logs.inbox.bounds(`inbox:${ada.id}`);
  expect([stored, inbox.last]).toEqual([1, 1]);
});

test('without the turn of this process, the unique pair key alone still lets only one through', async () => {
  const rooms = lab.rooms();
  const [ada, ben] = [person(), person()];
  let turn = 0;
  const unguarded = {
    ...rooms,
    transact: ((_, work) => rooms.transact(`any ${turn++}`, work)) as typeof rooms.transact,
  };
  const opened = await Promise.all(
    Array.from({ length: 20 }, () => openDirectRoom(unguarded, ada, { userId: ben.id })),
  );
  expect(new Set(opened.map((room) => granted(room).id)).size).toBe(1);
});

test('a direct room needs another person, and its two are fixed', async () => {
  const rooms = lab.rooms();
  const [ada, ben, cem] = [person(), person(), person()];
  expect(codeOf(await openDirectRoom(rooms, ada, { userId: ada.id }))).toBe('BAD_INPUT');
  expect(codeOf(await openDirectRoom(rooms, ada, { userId: 'ben' }))).toBe('BAD_INPUT');
  const { id: roomId } = granted(await openDirectRoom(rooms, ada, { userId: ben.id }));
  expect(codeOf(await addRoomMember(rooms, ada, { roomId, userId: cem.id }))).toBe('ROOM_IS_DIRECT');
  expect(codeOf(await removeRoomMember(rooms, ada, { roomId, userId: ben.id }))).toBe('ROOM_IS_DIRECT');
  expect(codeOf(await leaveRoom(rooms, ada, { roomId }))).toBe('ROOM_IS_DIRECT');
  expect(codeOf(await renameRoom(rooms, ada, { roomId, title: 'Us' }))).toBe('ROOM_IS_DIRECT');
  expect(await rooms.logs.room.bounds(`room:${roomId}`)).toEqual({ last: 0, oldest: 1 });
});

test('one key makes one group, also ten times at once; another input under it is refused', async () => {
  const rooms = lab.rooms();
  const ada = person();
  const input = { idempotencyKey: randomUUID(), title: ' Chess \n club ', memberIds: [person().id] };
  const made = await Promise.all(Array.from({ length: 10 }, () => createRoom(rooms, ada, input)));
  expect(new Set(made.map((room) => granted(room).id)).size).toBe(1);
  expect(granted(made[0]!)).toMatchObject({ title: 'Chess club', kind: 'GROUP', seq: 0 });
  expect(codeOf(await createRoom(rooms, ada, { ...input, title: 'Go club' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(granted(await createRoom(rooms, person(), input)).id).not.toBe(granted(made[0]!).id);
});

test('an invitation is to at most 50 people with real ids', async () => {
  const rooms = lab.rooms();
  const ids = Array.from({ length: 51 }, () => person().id);
  const input = { idempotencyKey: randomUUID(), title: 'Big', memberIds: ids };
  expect(codeOf(await createRoom(rooms, person(), input))).toBe('TOO_MANY');
  expect(codeOf(await createRoom(rooms, person(), { ...input, memberIds: ['x'] }))).toBe('BAD_INPUT');
  expect(granted(await createRoom(rooms, person(), { ...input, memberIds: ids.slice(1) })).memberIds).toHaveLength(51);
});

test('only owners change a group, and only members know that it exists', async () => {
  const rooms = lab.rooms();
  const [ada, ben, cem] = [person(), person(), person()];
  const { id: roomId } = await group(rooms, ada, ben);
  expect(codeOf(await addRoomMember(rooms, ben, { roomId, userId: cem.id }))).toBe('NOT_ROOM_OWNER');
  expect(codeOf(await removeRoomMember(rooms, ben, { roomId, userId: ada.id }))).toBe('NOT_ROOM_OWNER');
  expect(codeOf(await renameRoom(rooms, ben, { roomId, title: 'Mine' }))).toBe('NOT_ROOM_OWNER');
  for (const act of [addRoomMember, removeRoomMember])
    expect(codeOf(await act(rooms, cem, { roomId, userId: ben.id }))).toBe('NOT_FOUND');
  expect(codeOf(await renameRoom(rooms, cem, { roomId, title: 'Mine' }))).toBe('NOT_FOUND');
  expect(codeOf(await leaveRoom(rooms, cem, { roomId }))).toBe('NOT_FOUND');

  expect(granted(await addRoomMember(rooms, ada, { roomId, userId: cem.id })).memberIds).toEqual([
    ada.id,
    ben.id,
    cem.id,
  ]);
  expect(codeOf(await addRoomMember(rooms, ada, { roomId, userId: cem.id }))).toBe('ALREADY_MEMBER');
  expect(granted(await removeRoomMember(rooms, ada, { roomId, userId: ben.id })).memberIds).toEqual([ada.id, cem.id]);
  expect(codeOf(await removeRoomMember(rooms, ada, { roomId, userId: ben.id }))).toBe('NOT_A_MEMBER');
  expect(granted(await renameRoom(rooms, ada, { roomId, title: 'Ours' })).title).toBe('Ours');
  const log = await rooms.logs.room.readAfter(`room:${roomId}`, 0, 10);
  expect(log.map(({ seq, body }) => [seq, body.kind])).toEqual([
    [1, 'MEMBER_ADDED'],
    [2, 'MEMBER_REMOVED'],
    [3, 'RENAMED'],
  ]);
});

test('ten people added at once are ten members at ten places of the log', async () => {
  const rooms = lab.rooms();
  const ada = person();
  const { id: roomId } = await group(rooms, ada);
  const others = Array.from({ length: 10 }, person);
  await Promise.all(others.map(({ id: userId }) => addRoomMember(rooms, ada, { roomId, userId })));
  const [room] = await rooms.read.roomsFor(ada, [roomId]);
  expect(new Set(room?.memberIds)).toEqual(new Set([ada, ...others].map(({ id }) => id)));
  expect(room?.seq).toBe(10);
});

test('when the last owner leaves, whoever has been there longest owns the group', async () => {
  const rooms = lab.rooms();
  const [ada, ben, cem] = [person(), person(), person()];
  const { id: roomId } = await group(rooms, ada);
  await addRoomMember(rooms, ada, { roomId, userId: ben.id });
  await addRoomMember(rooms, ada, { roomId, userId: cem.id });
  expect(granted(await leaveRoom(rooms, ada, { roomId }))).toBe(roomId);
  expect(codeOf(await renameRoom(rooms, cem, { roomId, title: 'Cem' }))).toBe('NOT_ROOM_OWNER');
  expect(granted(await renameRoom(rooms, ben, { roomId, title: 'Ben' })).title).toBe('Ben');
  expect(await rooms.read.roomsFor(ada, [roomId])).toEqual([]);
});
