// Writes of who follows whom, with the counts on both sides in the same transaction.
import type { Id } from '@mosaic/kernel/values/ids';
import type { ClientSession } from 'mongoose';
import { followId } from '../../domain/follow.js';
import type { Collections } from '../records/collections.js';

export function writeFollows({ follows, followCounts }: Collections, session: ClientSession, now: Date) {
  const count = async (followerId: string, followedId: string, by: 1 | -1) => {
    const counts = [
      { _id: followerId, change: { following: by, followers: 0 } },
      { _id: followedId, change: { followers: by, following: 0 } },
    ].sort((a, b) => (a._id < b._id ? -1 : 1)); // two transactions meet at the first person they share
    for (const { _id, change } of counts)
      await followCounts.updateOne({ _id }, { $inc: change }, { session, upsert: true });
  };

  return {
    /** How many people the person follows. */
    async followingOf(userId: string): Promise<number> {
      return (await followCounts.findOne({ _id: userId }, {}, { session }).lean())?.following ?? 0;
    },

    /** False when it was so already. */
    async add(followerId: Id<'User'>, followedId: Id<'User'>): Promise<boolean> {
      const { upsertedCount } = await follows.updateOne(
        { _id: followId(followerId, followedId) },
        { $setOnInsert: { followerId, followedId, followedAt: now } },
        { upsert: true, session },
      );
      if (upsertedCount === 0) return false;
      await count(followerId, followedId, 1);
      return true;
    },

    async remove(followerId: Id<'User'>, followedId: Id<'User'>): Promise<void> {
      const { deletedCount } = await follows.deleteOne({ _id: followId(followerId, followedId) }, { session });
      if (deletedCount > 0) await count(followerId, followedId, -1);
    },
  };
}
