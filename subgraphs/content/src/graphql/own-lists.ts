// What the lists of a User share: they are for that user alone.
import { may } from '../access.js';
import type { Asker } from '../data/asker.js';
import { eventIdOf } from '../data/live/follow-for.js';
import type { User } from '../domain/user.js';
import type { ContentContext } from './context.js';

export const OWN = 'For the person alone; null for everybody else.';

/** The asker, when these lists are theirs. */
export const ownerOf = ({ asker }: ContentContext, user: User): Asker | null =>
  asker && may.seeListsOf(asker, user) ? asker : null;

/** The event id at which a log of the person stands. */
export async function latestEventId(
  context: ContentContext,
  user: User,
  log: 'inbox' | 'alerts' | 'notifications',
  topic: string,
): Promise<string | null> {
  const owner = ownerOf(context, user);
  if (!owner) return null;
  const { logs, seal } = context.rooms;
  return eventIdOf({ seal, topic, viewerId: owner.id }, (await logs[log].bounds(topic)).last);
}
