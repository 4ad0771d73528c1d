// Reads of monitors and their readings and rules: their owner's and nobody else's.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import { AlertRule } from '../../domain/alert-rule.js';
import { Monitor, Reading, type ReadingStats } from '../../domain/monitor.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const OLDEST_FIRST = { by: 'createdAt', way: 1, isDate: true } as const;
const NEWEST_FIRST = { by: 'at', way: -1, isDate: true } as const;

export const monitorKey = ({ createdAt, id }: Monitor): CursorKey => [createdAt.getTime(), id];
export const readingKey = ({ at, id }: Reading): CursorKey => [at.getTime(), id];

export function readMonitors({ monitors, readings, alertRules }: Collections) {
  return {
    async monitorsFor(asker: Asker, ids: readonly string[]): Promise<Monitor[]> {
      const owned = { _id: trusted({ $in: [...ids] }), ownerId: asker.id };
      const found = await monitors.find(owned).maxTimeMS(budgetOf(asker)).lean<Stored<Monitor>[]>();
      return found.map((record) => hydrate(Monitor, record));
    },

    async monitorsOf(asker: Asker, page: Page): Promise<Monitor[]> {
      const found = await keysetPage(monitors, { ownerId: asker.id }, OLDEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Monitor, record));
    },

    async readingsFor(asker: Asker, ids: readonly string[]): Promise<Reading[]> {
      const owned = { _id: trusted({ $in: [...ids] }), ownerId: asker.id };
      const found = await readings.find(owned).maxTimeMS(budgetOf(asker)).lean<Stored<Reading>[]>();
      return found.map((record) => hydrate(Reading, record));
    },

    async readingsOf(asker: Asker, monitor: Monitor, page: Page): Promise<Reading[]> {
      if (!may.seeOwned(asker, monitor)) return [];
      const found = await keysetPage(readings, { monitorId: monitor.id }, NEWEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Reading, record));
    },

    /** By monitor id, over the readings measured after `from`, up to and including `to`; without those that have none. */
    async statsOf(
      asker: Asker,
      monitors: readonly Monitor[],
      from: Date,
      to: Date,
    ): Promise<Map<string, ReadingStats>> {
      const own = monitors.filter((monitor) => may.seeOwned(asker, monitor)).map(({ id }) => id);
      const found = await readings
        .aggregate<ReadingStats & { _id: string }>([
          { $match: { monitorId: { $in: own }, at: { $gt: from, $lte: to } } },
          {
            $group: {
              _id: '$monitorId',
              count: { $sum: 1 },
              min: { $min: '$value' },
              max: { $max: '$value' },
              avg: { $avg: '$value' },
            },
          },
        ])
        .option({ maxTimeMS: budgetOf(asker) });
      return new Map(found.map(({ _id, ...stats }) => [_id, stats]));
    },

    /** By creation; at most MOST_RULES for each monitor. */
    async rulesOf(asker: Asker, monitorIds: readonly string[]): Promise<AlertRule[]> {
      const owned = { monitorId: trusted({ $in: [...monitorIds] }), ownerId: asker.id };
      const found = await alertRules
        .find(owned)
        .sort({ createdAt: 1, _id: 1 })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<AlertRule>[]>();
      return found.map((record) => hydrate(AlertRule, record));
    },

    async rulesFor(asker: Asker, ids: readonly string[]): Promise<AlertRule[]> {
      const owned = { _id: trusted({ $in: [...ids] }), ownerId: asker.id };
      const found = await alertRules.find(owned).maxTimeMS(budgetOf(asker)).lean<Stored<AlertRule>[]>();
      return found.map((record) => hydrate(AlertRule, record));
    },
  };
}
