// What takes a coach's time: every source that slots must keep clear of. Add a source here, and no slot touches it.
import type { EntityManager } from '@mikro-orm/postgresql';
import { eventTimes } from './event-times.js';

/** Half-open, in epoch milliseconds. */
export interface Busy {
  readonly from: number;
  readonly until: number;
}

/** Times of the coach that touch [from, to). `em` may stand in a transaction that holds the lock of the coach's time. */
export type BusySource = (em: EntityManager, coachUserId: string, from: Date, to: Date) => Promise<Busy[]>;

export const busySources: readonly BusySource[] = [
  appointmentTimes,
  eventTimes,
  //
];

async function appointmentTimes(em: EntityManager, coachUserId: string, from: Date, to: Date): Promise<Busy[]> {
  const rows = await em.execute<{ blocked_from: string | Date; blocked_until: string | Date }[]>(
    `select blocked_from, blocked_until from appointments
     where coach_user_id = ? and status in ('HELD', 'CONFIRMED')
       and tstzrange(blocked_from, blocked_until) && tstzrange(?, ?)`,
    [coachUserId, from, to],
  );
  return rows.map((row) => ({
    from: new Date(row.blocked_from).getTime(),
    until: new Date(row.blocked_until).getTime(),
  }));
}
