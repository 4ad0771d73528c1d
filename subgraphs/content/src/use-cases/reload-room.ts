// What every change of a room begins and ends with: its turns, and the room as it is now, for the answer.
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import { inboxTopic, roomTopic } from '../domain/topics.js';
import type { Rooms } from './rooms.js';

/** Refuses NOT_FOUND when the asker is not a member any more. */
export async function reloadRoom({ read }: Rooms, asker: Asker, roomId: string) {
  const [room] = await read.roomsFor(asker, [roomId]);
  return room ?? refuse('NOT_FOUND');
}

/**
 * The turns of work in a room: the room's, and those of the inboxes that will hear of it. Who comes or goes between
 * this look and the transaction only costs a conflict and a retry.
 */
export async function roomTurns({ read }: Rooms, asker: Asker, roomId: string): Promise<string[]> {
  const [room] = await read.roomsFor(asker, [roomId]);
  return [roomTopic(roomId), ...(room?.memberIds ?? []).map(inboxTopic)];
}
