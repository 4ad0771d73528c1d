// An owner gives a group another title.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { fold } from '@mosaic/kernel/values/fold';
import { mayChangeRoom } from '../access.js';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import { type Room, TITLE } from '../domain/room.js';
import { reloadRoom, roomTurns } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface RenameRoom {
  readonly roomId: string;
  readonly title: string;
}

/** Refuses NOT_FOUND, ROOM_IS_DIRECT, NOT_ROOM_OWNER, BAD_INPUT. */
export async function renameRoom(
  rooms: Rooms,
  asker: Asker,
  { roomId, ...input }: RenameRoom,
): Promise<Room | Refusal> {
  const title = cleanText(input.title, TITLE);
  if (isRefusal(title)) return title.at('title');
  const renamed = await rooms.transact(await roomTurns(rooms, asker, roomId), async (unit) => {
    const room = await unit.rooms.takeFor(asker, roomId);
    const self = room && (await unit.rooms.member(roomId, asker.id));
    if (!room || !self) return refuse('NOT_FOUND');
    const refusal = mayChangeRoom(room, self);
    if (refusal) return refusal;
    await unit.rooms.rename(room, title, fold(title));
    return true;
  });
  return isRefusal(renamed) ? renamed : reloadRoom(rooms, asker, roomId);
}
