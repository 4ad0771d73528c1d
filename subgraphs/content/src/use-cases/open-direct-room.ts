// The one room of two people, whoever opens it first and however often.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isDuplicateKey } from '@mosaic/kernel/stores/mongo-transactions';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Asker } from '../data/asker.js';
import { newDirectRoom } from '../domain/new-room.js';
import { refuse } from '../domain/refusals.js';
import type { Room } from '../domain/room.js';
import { inboxTopic } from '../domain/topics.js';
import type { Rooms } from './rooms.js';

/** Refuses BAD_INPUT for oneself and for what is no user's id. Whether the person exists is not told. */
export async function openDirectRoom(
  rooms: Rooms,
  asker: Asker,
  { userId }: { readonly userId: string },
): Promise<Room | Refusal> {
  if (!isIdOf('User', userId)) return refuse('BAD_INPUT', { reason: 'this is not the id of a user' }).at('userId');
  if (userId === asker.id) return refuse('BAD_INPUT', { reason: 'a room needs another person' }).at('userId');
  const existing = await rooms.read.directRoomWith(asker, userId);
  if (existing) return existing;
  try {
    return await rooms.transact([asker.id, userId].map(inboxTopic), async (unit) => {
      const { room, members } = newDirectRoom(rooms.mintId('Room'), asker.id, userId, unit.now);
      await unit.rooms.add(room, members);
      return room;
    });
  } catch (error) {
    // The other side, or another process, opened it meanwhile: the unique pair key let only one through.
    if (!isDuplicateKey(error)) throw error;
    const opened = await rooms.read.directRoomWith(asker, userId);
    if (!opened) throw error;
    return opened;
  }
}
