// Writes offerings. `take` locks.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Offering } from '../../domain/offering.js';

export const writeOfferings = (em: EntityManager) => ({
  async add(offering: Offering): Promise<void> {
    em.persist(em.create(Offering, { ...offering }));
    await em.flush();
  },

  find: (id: string): Promise<Offering | null> => em.findOne(Offering, { id } as object, { disableIdentityMap: true }),

  take: (id: string): Promise<Offering | null> =>
    em.findOne(Offering, { id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE }),

  /** The offering, taken before, changed. */
  async change(offering: Offering, changes: Partial<Offering>): Promise<Offering> {
    em.assign(offering, { ...changes, version: offering.version + 1 });
    await em.flush();
    return offering;
  },

  countPresent: (coachUserId: string): Promise<number> =>
    em.count(Offering, { coachUserId, isArchived: false } as object),
});
