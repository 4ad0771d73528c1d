// Writes appointments. `take` locks; whoever changes what a coach's time holds has locked that time before.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Appointment } from '../../domain/appointment.js';

/** The lock of a coach's time: under it nobody else takes or moves anything there. */
export const timeOf = (coachUserId: string): string => `time ${coachUserId}`;
/** The lock of what a buyer holds. */
export const holdsOf = (buyerId: string): string => `holds ${buyerId}`;

export const writeAppointments = (em: EntityManager) => ({
  /** False when the time is taken: the exclusion constraint decides, whoever forgot to look before. */
  async add(appointment: Appointment): Promise<boolean> {
    const added = await em
      .createQueryBuilder(Appointment)
      .insert({ ...appointment })
      .onConflict()
      .ignore()
      .returning('id')
      .execute('all');
    return added.length === 1;
  },

  find: (id: string): Promise<Appointment | null> =>
    em.findOne(Appointment, { id } as object, { disableIdentityMap: true }),

  take: (id: string): Promise<Appointment | null> =>
    em.findOne(Appointment, { id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE }),

  /** The appointment, taken before, changed. */
  async change(appointment: Appointment, changes: Partial<Appointment>): Promise<Appointment> {
    em.assign(appointment, { ...changes, version: appointment.version + 1 });
    await em.flush();
    return appointment;
  },

  /** Up to 50 whose hold is over, locked; those that somebody else is at are left to them. */
  async takeExpired(now: Date): Promise<Appointment[]> {
    return em.find(Appointment, { status: 'HELD', heldUntil: { $lte: now } } as object, {
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      limit: 50,
      orderBy: { heldUntil: 'asc' } as object,
    });
  },

  /** All of a client's, locked in one order. */
  takeOfClient: (clientId: string): Promise<Appointment[]> =>
    em.find(Appointment, { clientId } as object, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      orderBy: { id: 'asc' } as object,
    }),

  countHeld: (clientId: string): Promise<number> => em.count(Appointment, { clientId, status: 'HELD' } as object),
});
