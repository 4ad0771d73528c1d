// Writes of enrollments. The unique index over living ones stands behind every look before a write.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import { type ClientSession, trusted } from 'mongoose';
import { Enrollment, living } from '../../domain/enrollment.js';
import type { Collections } from '../records/collections.js';

export function writeEnrollments({ enrollments }: Collections, session: ClientSession) {
  const one = async (filter: object): Promise<Enrollment | null> => {
    const found = await enrollments.findOne(filter, {}, { session }).lean<Stored<Enrollment>>();
    return found && hydrate(Enrollment, found);
  };

  return {
    find: (id: string) => one({ _id: id }),

    /** The buyer's PENDING or ACTIVE one. */
    livingOf: (buyerId: string, courseId: string) => one({ buyerId, courseId, status: trusted({ $in: [...living] }) }),

    async pendingOf(buyerId: string): Promise<Enrollment[]> {
      const found = enrollments.find({ buyerId, status: 'PENDING' }, {}, { session }).sort({ _id: 1 });
      return (await found.lean<Stored<Enrollment>[]>()).map((record) => hydrate(Enrollment, record));
    },

    /** A claim whose hold is over, the longest over first. */
    async nextExpired(now: Date): Promise<Enrollment | null> {
      const found = await enrollments
        .findOne({ status: 'PENDING', heldUntil: trusted({ $lte: now }) }, {}, { session })
        .sort({ heldUntil: 1 })
        .lean<Stored<Enrollment>>();
      return found && hydrate(Enrollment, found);
    },

    async add(enrollment: Enrollment): Promise<void> {
      await enrollments.insertMany([toStored(enrollment)], { session, lean: true });
    },

    /** Writes the changes only over the status the decision was made on. */
    async turn(enrollment: Enrollment, changes: Partial<Enrollment>): Promise<Enrollment> {
      const { matchedCount } = await enrollments.updateOne(
        { _id: enrollment.id, status: enrollment.status },
        { $set: changes },
        { session },
      );
      if (matchedCount === 0)
        throw new Error(`enrollment ${enrollment.id} changed inside a transaction that had read it`);
      return Object.assign(new Enrollment(), enrollment, changes);
    },
  };
}
