// The asker follows somebody, or does not any more. Saying what is so already changes nothing.
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { userFollowed } from '@mosaic/schema/events/content';
import type { Asker } from '../data/asker.js';
import { MOST_FOLLOWED } from '../domain/follow.js';
import { refuse } from '../domain/refusals.js';
import { User } from '../domain/user.js';
import type { Rooms } from './rooms.js';

export interface WhichUser {
  readonly userId: string;
}

const turnsOf = (...userIds: string[]) => userIds.map((id) => `follows of ${id}`);

/** The person followed. Whether they exist is not told. Refuses BAD_INPUT for oneself and no user's id, and TOO_MANY. */
export async function followUser(rooms: Rooms, asker: Asker, { userId }: WhichUser): Promise<User | Refusal> {
  if (!isIdOf('User', userId)) return refuse('BAD_INPUT', { reason: 'this is not the id of a user' }).at('userId');
  if (userId === asker.id) return refuse('BAD_INPUT', { reason: 'nobody follows themselves' }).at('userId');
  const followed = await rooms.transact(turnsOf(asker.id, userId), async (unit) => {
    if (!(await unit.follows.add(asker.id, userId))) return true;
    if ((await unit.follows.followingOf(asker.id)) > MOST_FOLLOWED) return refuse('TOO_MANY', { limit: MOST_FOLLOWED });
    await unit.announce(announce(userFollowed, userId, { followerId: asker.id, followedId: userId }, unit.now));
    return true;
  });
  return isRefusal(followed) ? followed : new User(userId);
}

/** The person who is not followed any more. Refuses BAD_INPUT for what is no user's id. */
export async function unfollowUser(rooms: Rooms, asker: Asker, { userId }: WhichUser): Promise<User | Refusal> {
  if (!isIdOf('User', userId)) return refuse('BAD_INPUT', { reason: 'this is not the id of a user' }).at('userId');
  await rooms.transact(turnsOf(asker.id, userId), async (unit) => {
    await unit.follows.remove(asker.id, userId);
    return true;
  });
  return new User(userId);
}
