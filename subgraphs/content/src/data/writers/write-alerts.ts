// Writes of alerts. Every change of an alert is an event of its owner's log.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import { type ClientSession, trusted } from 'mongoose';
import { Alert, type AlertStatus, unresolved } from '../../domain/alert.js';
import type { Monitor } from '../../domain/monitor.js';
import { alertTopic } from '../../domain/topics.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';
import type { TopicWriter } from './write-topics.js';

export function writeAlerts({ alerts }: Collections, session: ClientSession, now: Date, topics: TopicWriter) {
  const tell = (alert: Alert) =>
    topics.append([alertTopic(alert.ownerId)], { alertId: alert.id, status: alert.status });

  return {
    /** The asker's own alert, or null. */
    async find(asker: Asker, id: string): Promise<Alert | null> {
      const found = await alerts.findOne({ _id: id, ownerId: asker.id }, {}, { session }).lean<Stored<Alert>>();
      return found && hydrate(Alert, found);
    },

    async unresolvedOf({ id }: Monitor): Promise<Alert[]> {
      const standing = { monitorId: id, status: trusted({ $in: [...unresolved] }) };
      const found = await alerts.find(standing, {}, { session }).lean<Stored<Alert>[]>();
      return found.map((record) => hydrate(Alert, record));
    },

    async open(alert: Alert): Promise<void> {
      await alerts.insertMany([toStored(alert)], { session, lean: true });
      await tell(alert);
    },

    /** Writes the new status only over the one the decision was made on: a conflict otherwise, which is retried. */
    async turn(alert: Alert, status: Exclude<AlertStatus, 'OPEN'>): Promise<Alert> {
      const at = status === 'RESOLVED' ? { resolvedAt: now } : { acknowledgedAt: now };
      const turned = await alerts
        .findOneAndUpdate(
          { _id: alert.id, status: alert.status },
          { status, ...at },
          { session, returnDocument: 'after' },
        )
        .lean<Stored<Alert>>();
      if (!turned) throw new Error(`alert ${alert.id} changed inside a transaction that had read it`);
      const changed = hydrate(Alert, turned);
      await tell(changed);
      return changed;
    },
  };
}
