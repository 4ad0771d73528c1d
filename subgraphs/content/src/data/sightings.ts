// When people were last seen: best effort, newest wins.

import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import type { Clock } from '@mosaic/kernel/values/time';
import { trusted } from 'mongoose';
import type { Asker } from './asker.js';
import type { Collections } from './records/collections.js';

export type Sightings = ReturnType<typeof sightingsIn>;

export const sightingsIn = ({ sightings }: Collections, clock: Clock) => ({
  /** The person is seen at this moment. */
  async note(userId: string): Promise<void> {
    await sightings.updateOne({ _id: userId }, { $max: { lastSeenAt: clock.now() } }, { upsert: true });
  },

  /** By user id; without those who were never seen. */
  async lastSeen(asker: Pick<Asker, 'deadline'>, userIds: readonly string[]): Promise<Map<string, Date>> {
    const found = await sightings
      .find({ _id: trusted({ $in: [...userIds] }) })
      .maxTimeMS(budgetOf(asker))
      .lean();
    return new Map(found.map(({ _id, lastSeenAt }) => [_id, lastSeenAt]));
  },
});
