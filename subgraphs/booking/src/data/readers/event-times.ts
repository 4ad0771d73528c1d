// When events take a coach's time: those they organise or go to.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Busy } from './busy-sources.js';

/** Half-open, in epoch milliseconds: those that touch the span from `from` to `to`. */
export async function eventTimes(em: EntityManager, userId: string, from: Date, to: Date): Promise<Busy[]> {
  const rows = await em.execute<{ starts_at: string | Date; ends_at: string | Date }[]>(
    `select e.starts_at, e.ends_at from events e
     join event_participants p on p.event_id = e.id and p.user_id = ?
     where e.status = 'PUBLISHED' and (p.rsvp = 'GOING' or e.organiser_id = p.user_id)
       and e.starts_at < ? and e.ends_at > ?`,
    [userId, to, from],
  );
  return rows.map((row) => ({ from: new Date(row.starts_at).getTime(), until: new Date(row.ends_at).getTime() }));
}
