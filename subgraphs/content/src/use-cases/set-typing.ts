// Tells the others in a room that the asker is typing, or stopped. It clears by itself.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import type { Room } from '../domain/room.js';
import { reloadRoom } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface SetTyping {
  readonly roomId: string;
  readonly isTyping: boolean;
}

/** Best effort: without Redis nobody sees it and nothing fails. Refuses NOT_FOUND. */
export async function setTyping(rooms: Rooms, asker: Asker, { roomId, isTyping }: SetTyping): Promise<Room | Refusal> {
  const room = await reloadRoom(rooms, asker, roomId);
  if (!isRefusal(room)) await rooms.typing.set(room.id, asker.id, isTyping);
  return room;
}
