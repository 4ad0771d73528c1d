// Reads of notifications and of how somebody wants to be told: their own and nobody else's.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import {
  defaultPreference,
  isKnownKind,
  kinds,
  Notification,
  type NotificationKind,
  NotificationPreference,
  preferenceId,
} from '../../domain/notification.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_FIRST = { by: 'seq', way: -1, isDate: false } as const;
/** Those that came into the inbox, and not only by mail. */
const inApp = () => ({ seq: trusted({ $ne: null }) });

export const notificationKey = ({ seq, id }: Notification): CursorKey => [seq ?? 0, id];

export function readNotifications({ notifications, notificationPreferences }: Collections) {
  return {
    async notificationsFor(asker: Asker, ids: readonly string[]): Promise<Notification[]> {
      const owned = { _id: trusted({ $in: [...ids] }), userId: asker.id, ...inApp() };
      const found = await notifications.find(owned).maxTimeMS(budgetOf(asker)).lean<Stored<Notification>[]>();
      return found.map((record) => hydrate(Notification, record));
    },

    /** The newest first, in the order in which they were told. */
    async notificationsOf(asker: Asker, page: Page): Promise<Notification[]> {
      const own = { userId: asker.id, ...inApp() };
      const found = await keysetPage(notifications, own, NEWEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Notification, record));
    },

    unreadNotifications: (asker: Asker): Promise<number> =>
      notifications.countDocuments({ userId: asker.id, readAt: null, ...inApp() }).maxTimeMS(budgetOf(asker)),

    /** One for each kind there is, in the order of the table. */
    async preferencesOf(asker: Asker): Promise<NotificationPreference[]> {
      const all = Object.keys(kinds).filter(isKnownKind);
      const own = all.map((kind: NotificationKind) => preferenceId(asker.id, kind));
      const found = await notificationPreferences
        .find({ _id: trusted({ $in: own }) })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<NotificationPreference>[]>();
      const said = new Map(found.map((record) => [record.kind, hydrate(NotificationPreference, record)]));
      return all.map((kind) => said.get(kind) ?? defaultPreference(asker.id, kind));
    },
  };
}
