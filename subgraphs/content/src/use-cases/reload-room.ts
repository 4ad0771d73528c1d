// The room as it is now, for the answer of whatever changed it.
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

/** Refuses NOT_FOUND when the asker is not a member any more. */
export async function reloadRoom({ read }: Rooms, asker: Asker, roomId: string) {
  const [room] = await read.roomsFor(asker, [roomId]);
  return room ?? refuse('NOT_FOUND');
}

export const roomTurn = (roomId: string): string => `room ${roomId}`;
