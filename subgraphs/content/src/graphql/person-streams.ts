// Live streams about persons: who is there, the asker's own alerts, and what the asker is told.
import { randomUUID } from 'node:crypto';
import { refuse as refuseCommon } from '@mosaic/kernel/refusal/catalogue';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { eventIdOf, followFor, mapSome, startOf } from '../data/live/follow-for.js';
import type { AlertEntry } from '../domain/alert.js';
import type { NotificationEntry } from '../domain/notification.js';
import { Presence } from '../domain/presence.js';
import { alertTopic, notificationTopic } from '../domain/topics.js';
import { User } from '../domain/user.js';
import { askerOf, type ContentContext } from './context.js';
import type { AlertChanged, NotificationAdded, PresenceChanged } from './types/live-types.js';

const MOST_WATCHED = 100;

/** Everybody's status now, then each change. Throws RefusedError BAD_INPUT. */
export async function presenceOf(
  context: ContentContext,
  userIds: readonly string[],
): Promise<AsyncIterableIterator<PresenceChanged>> {
  askerOf(context);
  const { clock, presence, sightings } = context.rooms;
  const ids = [...new Set(userIds)];
  if (ids.length < 1 || ids.length > MOST_WATCHED || !ids.every((id) => isIdOf('User', id)))
    throw new RefusedError(refuseCommon('BAD_INPUT', { reason: `1 to ${MOST_WATCHED} ids of users` }).at('userIds'));
  return mapSome(presence.watch(ids), async ({ key, state }) => {
    const isOnline = state === 'ONLINE';
    const lastSeenAt = isOnline ? clock.now() : ((await sightings.lastSeen({}, [key])).get(key) ?? null);
    return {
      eventId: randomUUID(),
      occurredAt: clock.now(),
      user: new User(key),
      presence: Object.assign(new Presence(), { status: isOnline ? 'ONLINE' : 'OFFLINE', lastSeenAt }),
    };
  });
}

/** What happens to the asker's alerts, after `after` or from now on. Throws RefusedError BAD_CURSOR, RESYNC_REQUIRED. */
export async function alertsOf(
  context: ContentContext,
  after: string | null | undefined,
): Promise<AsyncIterableIterator<AlertChanged & AlertEntry>> {
  const { id: viewerId } = askerOf(context);
  const { logs, seal, wakeUps } = context.rooms;
  const following = { log: logs.alerts, wakeUps, seal, topic: alertTopic(viewerId), viewerId };
  const start = await startOf(following, after);
  return followFor(following, start, ({ seq, occurredAt, body: { alertId, status } }) => ({
    eventId: eventIdOf(following, seq),
    occurredAt,
    alertId,
    status,
  }));
}

/** What the asker is told, after `after` or from now on. Throws RefusedError BAD_CURSOR, RESYNC_REQUIRED. */
export async function newsOf(
  context: ContentContext,
  after: string | null | undefined,
): Promise<AsyncIterableIterator<NotificationAdded & NotificationEntry>> {
  const { id: viewerId } = askerOf(context);
  const { logs, seal, wakeUps } = context.rooms;
  const following = { log: logs.notifications, wakeUps, seal, topic: notificationTopic(viewerId), viewerId };
  const start = await startOf(following, after);
  return followFor(following, start, ({ seq, occurredAt, body: { notificationId } }) => ({
    eventId: eventIdOf(following, seq),
    occurredAt,
    notificationId,
  }));
}
