// Reads of who follows whom.

import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { hydrate } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import { FollowCounts, followId } from '../../domain/follow.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

export function readFollows({ follows, followCounts }: Collections) {
  return {
    /** Those whom nobody follows and who follow nobody may be missing. */
    async followCountsOf(asker: Asker, userIds: readonly string[]): Promise<FollowCounts[]> {
      const chosen = { _id: trusted({ $in: [...userIds] }) };
      const found = await followCounts.find(chosen).maxTimeMS(budgetOf(asker)).lean();
      return found.map((record) => hydrate(FollowCounts, record));
    },

    /** Those of the people whom the asker follows. */
    async followedBy(asker: Asker, userIds: readonly string[]): Promise<Map<string, true>> {
      const own = userIds.map((userId) => followId(asker.id, userId));
      const chosen = { _id: trusted({ $in: own }) };
      const found = await follows.find(chosen, { followedId: 1 }).maxTimeMS(budgetOf(asker)).lean();
      return new Map(found.map(({ followedId }) => [followedId, true]));
    },
  };
}
