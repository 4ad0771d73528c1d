// Writes of what people are told: once per person and fact, the way they want it, in the transaction of what it tells of.
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Stored } from '@mosaic/kernel/stores/mongo-stored';
import type { MintId } from '@mosaic/kernel/values/ids';
import { notificationAdded } from '@mosaic/schema/events/content';
import { type ClientSession, trusted } from 'mongoose';
import {
  defaultPreference,
  type Notification,
  type NotificationPreference,
  preferenceId,
} from '../../domain/notification.js';
import { notificationTopic } from '../../domain/topics.js';
import type { Asker } from '../asker.js';
import type { Telling } from '../notices.js';
import type { Collections } from '../records/collections.js';
import type { TopicWriter } from './write-topics.js';

interface Telegraph {
  readonly now: Date;
  readonly mintId: MintId;
  readonly topics: TopicWriter;
  readonly announce: (event: OutboxEvent) => Promise<void>;
}

export function writeNotifications(
  { notifications, notificationPreferences, people }: Collections,
  session: ClientSession,
  { now, mintId, topics, announce: send }: Telegraph,
) {
  const wishOf = async ({ to, kind }: Telling): Promise<Pick<NotificationPreference, 'isInApp' | 'isByMail'>> =>
    (await notificationPreferences.findOne({ _id: preferenceId(to, kind) }, {}, { session }).lean()) ??
    defaultPreference(to, kind);

  /** With the name of who did it, when it is known. */
  const parametersOf = async ({ by, parameters }: Telling): Promise<Telling['parameters']> => {
    const person = by === null ? null : await people.findOne({ _id: by }, { displayName: 1 }, { session }).lean();
    return person ? { ...parameters, actor: person.displayName } : parameters;
  };

  return {
    /** False when the person had been told before, or wants to know it neither way. */
    async tell(telling: Telling): Promise<boolean> {
      const { to, kind, subjectId, once } = telling;
      const { isInApp, isByMail } = await wishOf(telling);
      if (!isInApp && !isByMail) return false;
      const fresh = { _id: mintId('Notification'), dedupeKey: `${kind} ${once} ${to}` };
      const parameters = await parametersOf(telling);
      const record: Omit<Stored<Notification>, '_id' | 'dedupeKey' | 'seq'> = {
        userId: to,
        kind,
        subjectId,
        parameters,
        createdAt: now,
        readAt: null,
      };
      const { upsertedCount } = await notifications.updateOne(
        { dedupeKey: fresh.dedupeKey },
        { $setOnInsert: { _id: fresh._id, ...record, seq: null } },
        { upsert: true, session },
      );
      if (upsertedCount === 0) return false;
      if (isInApp) {
        const topic = notificationTopic(to);
        const seq = (await topics.append([topic], { notificationId: fresh._id })).get(topic);
        await notifications.updateOne({ _id: fresh._id }, { seq }, { session });
      }
      const added = { notificationId: fresh._id, userId: to, kind, subjectId, parameters, byMail: isByMail };
      await send(announce(notificationAdded, to, added, now));
      return true;
    },

    /** Everything in the asker's inbox up to this place is read from now on; what was read before stays as it is. */
    async markRead(asker: Asker, seq: number): Promise<void> {
      const unread = { userId: asker.id, readAt: null, seq: trusted({ $ne: null, $lte: seq }) };
      await notifications.updateMany(unread, { readAt: now }, { session });
    },

    async prefer({ id, userId, kind, isInApp, isByMail }: NotificationPreference): Promise<void> {
      const chosen = { $set: { isInApp, isByMail }, $setOnInsert: { userId, kind } };
      await notificationPreferences.updateOne({ _id: id }, chosen, { upsert: true, session });
    },
  };
}
