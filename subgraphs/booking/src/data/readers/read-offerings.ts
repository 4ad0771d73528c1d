// Reads offerings. They are a coach's shop window: everybody sees them, as long as the coach may be booked.

import type { Asker } from '../../domain/asker.js';
import { Offering } from '../../domain/offering.js';
import type { Fork } from './readers.js';

/** Also a coach's own, whatever became of their standing. */
const VISIBLE = `(o.coach_user_id = ? or o.coach_user_id in (select user_id from coaches where standing = 'APPROVED'))`;

export const readOfferings = (fork: Fork) => ({
  /** In any order; only those that may be seen. Archived ones too: appointments speak of them. */
  byIds: ({ viewer }: Asker, ids: readonly string[]): Promise<Offering[]> =>
    fork()
      .createQueryBuilder(Offering, 'o')
      .where({ id: { $in: [...ids] } } as object)
      .andWhere(VISIBLE, [viewer?.id ?? ''])
      .getResultList(),

  /** The coach's present offerings, in the order they were made, at most 50. */
  of: ({ viewer }: Asker, coachUserId: string): Promise<Offering[]> =>
    fork()
      .createQueryBuilder(Offering, 'o')
      .where({ coachUserId, isArchived: false } as object)
      .andWhere(VISIBLE, [viewer?.id ?? ''])
      .orderBy({ createdAt: 'asc', id: 'asc' })
      .limit(50)
      .getResultList(),
});
