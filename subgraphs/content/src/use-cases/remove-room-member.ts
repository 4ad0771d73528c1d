// An owner removes somebody from a group. From that place in the room's log on, they hear nothing more.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { mayChangeRoom } from '../access.js';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import type { Room } from '../domain/room.js';
import type { RoomAndUser } from './add-room-member.js';
import { reloadRoom, roomTurns } from './reload-room.js';
import type { Rooms } from './rooms.js';

/** Refuses NOT_FOUND, ROOM_IS_DIRECT, NOT_ROOM_OWNER, NOT_A_MEMBER, and BAD_INPUT for oneself: leaveRoom does that. */
export async function removeRoomMember(
  rooms: Rooms,
  asker: Asker,
  { roomId, userId }: RoomAndUser,
): Promise<Room | Refusal> {
  if (userId === asker.id) return refuse('BAD_INPUT', { reason: 'leave the room instead' }).at('userId');
  const removed = await rooms.transact(await roomTurns(rooms, asker, roomId), async (unit) => {
    const room = await unit.rooms.takeFor(asker, roomId);
    const self = room && (await unit.rooms.member(roomId, asker.id));
    if (!room || !self) return refuse('NOT_FOUND');
    const refusal = mayChangeRoom(room, self);
    if (refusal) return refusal;
    if (!room.memberIds.includes(userId)) return refuse('NOT_A_MEMBER').at('userId');
    await unit.rooms.release(room, userId);
    return true;
  });
  return isRefusal(removed) ? removed : reloadRoom(rooms, asker, roomId);
}
