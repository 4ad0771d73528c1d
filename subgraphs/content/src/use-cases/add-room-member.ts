// An owner lets somebody into a group.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { mayChangeRoom } from '../access.js';
import type { Asker } from '../data/asker.js';
import { newMember } from '../domain/new-room.js';
import { refuse } from '../domain/refusals.js';
import { LARGEST_ROOM, type Room } from '../domain/room.js';
import { reloadRoom, roomTurns } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface RoomAndUser {
  readonly roomId: string;
  readonly userId: string;
}

/** Refuses NOT_FOUND, ROOM_IS_DIRECT, NOT_ROOM_OWNER, ALREADY_MEMBER, ROOM_IS_FULL, BAD_INPUT. */
export async function addRoomMember(
  rooms: Rooms,
  asker: Asker,
  { roomId, userId }: RoomAndUser,
): Promise<Room | Refusal> {
  if (!isIdOf('User', userId)) return refuse('BAD_INPUT', { reason: 'this is not the id of a user' }).at('userId');
  const added = await rooms.transact(await roomTurns(rooms, asker, roomId), async (unit) => {
    const room = await unit.rooms.takeFor(asker, roomId);
    const self = room && (await unit.rooms.member(roomId, asker.id));
    if (!room || !self) return refuse('NOT_FOUND');
    const refusal = mayChangeRoom(room, self);
    if (refusal) return refusal;
    if (room.memberIds.includes(userId)) return refuse('ALREADY_MEMBER').at('userId');
    if (room.memberIds.length >= LARGEST_ROOM) return refuse('ROOM_IS_FULL', { limit: LARGEST_ROOM });
    await unit.rooms.admit(room, newMember(room, userId, unit.now));
    return true;
  });
  return isRefusal(added) ? added : reloadRoom(rooms, asker, roomId);
}
