// A group room, owned by the one who makes it. Safe to retry with the same key.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { type Id, isIdOf } from '@mosaic/kernel/values/ids';
import type { Asker } from '../data/asker.js';
import { newGroupRoom } from '../domain/new-room.js';
import { refuse } from '../domain/refusals.js';
import { MOST_INVITED, type Room, TITLE } from '../domain/room.js';
import { inboxTopic } from '../domain/topics.js';
import { reloadRoom } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface CreateRoom {
  readonly idempotencyKey: string;
  readonly title: string;
  readonly memberIds: readonly string[];
}

/** Refuses BAD_INPUT, TOO_MANY (invited), IDEMPOTENCY_KEY_REUSED. */
export async function createRoom(rooms: Rooms, asker: Asker, input: CreateRoom): Promise<Room | Refusal> {
  const title = cleanText(input.title, TITLE);
  if (isRefusal(title)) return title.at('title');
  const memberIds = input.memberIds.filter((id): id is Id<'User'> => isIdOf('User', id));
  if (memberIds.length < input.memberIds.length)
    return refuse('BAD_INPUT', { reason: 'each must be the id of a user' }).at('memberIds');
  if (memberIds.length > MOST_INVITED) return refuse('TOO_MANY', { limit: MOST_INVITED }).at('memberIds');

  const roomId = await rooms.transact([asker.id, ...memberIds].map(inboxTopic), (unit) => {
    const { idempotencyKey: key, ...rest } = input;
    const request = { actor: asker.id, operation: 'createRoom', key, input: rest, now: unit.now };
    return unit.once(request, async () => {
      const { room, members } = newGroupRoom(rooms.mintId('Room'), asker.id, title, memberIds, unit.now);
      await unit.rooms.add(room, members);
      return room.id;
    });
  });
  return isRefusal(roomId) ? roomId : reloadRoom(rooms, asker, roomId);
}
