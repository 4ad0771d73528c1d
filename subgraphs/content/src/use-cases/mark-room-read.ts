// Moves the asker's read marker of a room forward to a message.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import type { Room } from '../domain/room.js';
import { inboxTopic } from '../domain/topics.js';
import { reloadRoom } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface MarkRoomRead {
  readonly roomId: string;
  /** The id of the last message that was read. */
  readonly upTo: string;
}

/** A marker that is further already stays where it is. Refuses NOT_FOUND. */
export async function markRoomRead(
  rooms: Rooms,
  asker: Asker,
  { roomId, upTo }: MarkRoomRead,
): Promise<Room | Refusal> {
  const [message] = await rooms.read.systemMessages(asker, [upTo]);
  const room = await reloadRoom(rooms, asker, roomId);
  if (isRefusal(room) || message?.roomId !== room.id) return refuse('NOT_FOUND');
  await rooms.transact(inboxTopic(asker.id), (unit) => unit.rooms.markRead(asker, room.id, message.seq));
  return room;
}
