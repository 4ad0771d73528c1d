// Writes coaches. Whoever writes one holds the person it belongs to, so that two applications come one after the other.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Coach } from '../../domain/coach.js';

export const writeCoaches = (em: EntityManager) => ({
  async add(coach: Coach): Promise<void> {
    await em.insert(Coach, coach);
  },

  find: (id: string): Promise<Coach | null> => em.findOne(Coach, { id } as object),

  /** The coach, found before, changed. */
  async change(coach: Coach, changes: Partial<Coach>): Promise<Coach> {
    em.assign(coach, { ...changes, version: coach.version + 1 });
    await em.flush();
    return coach;
  },

  /** The directory follows the person's name; the version stays, because nothing of the coach's own changed. */
  async rename(coach: Coach, names: Pick<Coach, 'sortName' | 'searchText'>): Promise<void> {
    em.assign(coach, names);
    await em.flush();
  },
});
