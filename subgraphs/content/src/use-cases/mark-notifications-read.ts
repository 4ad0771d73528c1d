// The asker has seen their notifications up to one of them. Saying it again changes nothing.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import { notificationTopic } from '../domain/topics.js';
import { User } from '../domain/user.js';
import type { Rooms } from './rooms.js';

/** The asker. Those that came later stay unread. Refuses NOT_FOUND. */
export async function markNotificationsRead(
  { read, transact }: Rooms,
  asker: Asker,
  { upTo }: { readonly upTo: string },
): Promise<User | Refusal> {
  const [last] = await read.notificationsFor(asker, [upTo]);
  if (last?.seq == null) return refuse('NOT_FOUND').at('upTo');
  const { seq } = last;
  return transact(notificationTopic(asker.id), async (unit) => {
    await unit.notifications.markRead(asker, seq);
    return new User(asker.id);
  });
}
