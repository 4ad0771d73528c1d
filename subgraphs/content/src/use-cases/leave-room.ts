// Somebody leaves a group. A room is never without an owner while anybody is in it.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import { roomTurns } from './reload-room.js';
import type { Rooms } from './rooms.js';

/**
 * The id of the room that was left. When its last owner leaves, the member who has been there longest owns it.
 * Refuses NOT_FOUND and ROOM_IS_DIRECT.
 */
export async function leaveRoom(
  rooms: Rooms,
  asker: Asker,
  { roomId }: { readonly roomId: string },
): Promise<Id<'Room'> | Refusal> {
  return rooms.transact(await roomTurns(rooms, asker, roomId), async (unit) => {
    const room = await unit.rooms.takeFor(asker, roomId);
    if (!room) return refuse('NOT_FOUND');
    if (room.kind === 'DIRECT') return refuse('ROOM_IS_DIRECT');
    if (!(await unit.rooms.hasOtherOwner(room, asker.id))) {
      const heir = await unit.rooms.eldestOther(room, asker.id);
      if (heir) await unit.rooms.appoint(room, heir.userId, 'OWNER');
    }
    await unit.rooms.release(room, asker.id);
    return room.id;
  });
}
