// How the asker wants to be told of one kind of thing, from now on.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { defaultPreference, type NotificationKind, type NotificationPreference } from '../domain/notification.js';
import { notificationTopic } from '../domain/topics.js';
import type { Rooms } from './rooms.js';

export interface UpdateNotificationPreference {
  readonly kind: NotificationKind;
  readonly inApp: boolean;
  readonly byMail: boolean;
}

/** The preference, as it is now. */
export async function updateNotificationPreference(
  { transact }: Rooms,
  asker: Asker,
  { kind, inApp, byMail }: UpdateNotificationPreference,
): Promise<NotificationPreference | Refusal> {
  const wish = Object.assign(defaultPreference(asker.id, kind), { isInApp: inApp, isByMail: byMail });
  const done = await transact(notificationTopic(asker.id), async (unit) => unit.notifications.prefer(wish));
  return isRefusal(done) ? done : wish;
}
