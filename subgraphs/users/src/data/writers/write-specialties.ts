// Writes specialties, one writer at a time, so that their number and their names are what was looked at.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Specialty, type SpecialtyNames } from '../../domain/specialty.js';

export const writeSpecialties = (em: EntityManager) => ({
  /** Every specialty there is; other writers wait until this unit ends. */
  async takeAll(): Promise<Specialty[]> {
    await em.execute("select pg_advisory_xact_lock(hashtext('mosaic specialties'))");
    return em.find(Specialty, {});
  },

  /** Those of `ids` that are offered; held, so that none is archived before this unit ends. */
  async holdOffered(ids: readonly string[]): Promise<string[]> {
    const rows = await em.execute<{ id: string }[]>(
      'select id from specialties where id = any(?::text[]) and archived_at is null order by id for share',
      [`{${ids.join(',')}}`],
    );
    return rows.map(({ id }) => id);
  },

  async add(specialty: Specialty): Promise<void> {
    await em.insert(Specialty, specialty);
  },

  /** The specialty, taken before, changed. */
  async change(
    specialty: Specialty,
    changes: Partial<SpecialtyNames & Pick<Specialty, 'archivedAt'>>,
  ): Promise<Specialty> {
    em.assign(specialty, changes);
    await em.flush();
    return specialty;
  },
});
