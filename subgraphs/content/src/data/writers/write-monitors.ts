// Writes of monitors, readings and rules. Taking a monitor is also its lock: it takes the number of the next reading.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { AlertRule } from '../../domain/alert-rule.js';
import { Monitor, type Reading } from '../../domain/monitor.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

export function writeMonitors({ monitors, readings, alertRules }: Collections, session: ClientSession) {
  const owned = async (asker: Asker, _id: string, change: object): Promise<Monitor | null> => {
    const found = await monitors
      .findOneAndUpdate({ _id, ownerId: asker.id }, change, { session, returnDocument: 'after' })
      .lean<Stored<Monitor>>();
    return found && hydrate(Monitor, found);
  };

  return {
    count: (asker: Asker): Promise<number> => monitors.countDocuments({ ownerId: asker.id }, { session }),

    async add(monitor: Monitor): Promise<void> {
      await monitors.insertMany([toStored(monitor)], { session, lean: true });
    },

    /** The asker's own monitor, ready for its next reading; null when there is none. Nobody else can change it now. */
    takeForReading: (asker: Asker, id: string) => owned(asker, id, { $inc: { readingCount: 1 } }),

    /** The asker's own monitor, locked against new readings while its rules change; null when there is none. */
    takeForRules: (asker: Asker, id: string) => owned(asker, id, { $inc: { ruleCount: 1 } }),

    async record(reading: Reading, isNewest: boolean): Promise<void> {
      await readings.insertMany([toStored(reading)], { session, lean: true });
      if (!isNewest) return;
      const latest = { latestAt: reading.at, latestReadingId: reading.id };
      await monitors.updateOne({ _id: reading.monitorId }, latest, { session });
    },

    async rulesOf({ id }: Monitor): Promise<AlertRule[]> {
      const found = await alertRules.find({ monitorId: id }, {}, { session }).lean<Stored<AlertRule>[]>();
      return found.map((record) => hydrate(AlertRule, record));
    },

    async addRule(rule: AlertRule): Promise<void> {
      await alertRules.insertMany([toStored(rule)], { session, lean: true });
    },
  };
}
