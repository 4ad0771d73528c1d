// Reads specialties. They are for everybody, signed in or not: they say what the place is about.
import type { EntityManager } from '@mikro-orm/postgresql';
import { fold } from '@mosaic/kernel/values/fold';
import { MOST_SPECIALTIES, Specialty } from '../../domain/specialty.js';
import { anywhere } from './like-pattern.js';

export const readSpecialties = (fork: () => EntityManager) => ({
  /** In any order; also those that are archived, because coaches may have them still. One query. */
  byIds: (ids: readonly string[]): Promise<Specialty[]> =>
    fork().find(Specialty, { id: { $in: [...ids] } } as object, { disableIdentityMap: true }),

  /** Those on offer, by their English name; `search` finds any part of either name. */
  async offered(search: string): Promise<Specialty[]> {
    const wanted = fold(search.trim());
    const query = fork().createQueryBuilder(Specialty, 's').select('*').where({ archivedAt: null });
    const pattern = anywhere(wanted);
    if (wanted) query.andWhere('(s.folded_en like ? or s.folded_fr like ?)', [pattern, pattern]);
    return query.orderBy({ foldedEn: 'asc', id: 'asc' }).limit(MOST_SPECIALTIES).getResultList();
  },
});
