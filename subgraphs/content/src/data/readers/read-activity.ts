// How much happened in a period, counted in the store, for admins. From is inclusive, to exclusive.

import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import type { Period } from '@mosaic/schema/period';
import { trusted } from 'mongoose';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const within = ({ from, to }: Period) => trusted({ $gte: from, $lt: to });

export function readActivity({ posts, roomEvents, alerts }: Collections) {
  return {
    /** Without those that were deleted since. */
    postsWithin: (asker: Asker, period: Period): Promise<number> =>
      posts.countDocuments({ createdAt: within(period) }).maxTimeMS(budgetOf(asker)),

    messagesWithin: (asker: Asker, period: Period): Promise<number> =>
      roomEvents.countDocuments({ kind: 'MESSAGE', at: within(period) }).maxTimeMS(budgetOf(asker)),

    alertsWithin: (asker: Asker, period: Period): Promise<number> =>
      alerts.countDocuments({ openedAt: within(period) }).maxTimeMS(budgetOf(asker)),
  };
}
