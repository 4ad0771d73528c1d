// Writes the waitlist of an event, under the event's lock. Every step names the states it may start from.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Event } from '../../domain/event.js';
import type { Seats } from '../../domain/rsvp.js';
import { type WaitlistStatus, waysTo } from '../../domain/waitlist.js';

export const writeSeats = (em: EntityManager, now: Date) => {
  /** Moves the entries that `condition` names, when the table has the way; the user ids, those in front first. */
  const turn = async (
    eventId: string,
    to: WaitlistStatus,
    condition: string,
    parameters: unknown[],
    from = waysTo(to),
  ) => {
    const rows = await em.execute<{ user_id: string }[]>(
      `with turned as (
         update event_waitlist set status = ? where event_id = ? and status = any(?::text[]) and ${condition}
         returning user_id, place)
       select user_id from turned order by place`,
      [to, eventId, `{${from.join(',')}}`, ...parameters],
    );
    return rows.map(({ user_id }) => user_id);
  };

  return {
    async count({ id, capacity }: Event): Promise<Seats> {
      const [row] = await em.execute<Omit<Seats, 'capacity'>[]>(
        `select (select count(*) from event_participants where event_id = ? and rsvp = 'GOING')::int as going,
                (count(*) filter (where status = 'OFFERED'))::int as offered,
                (count(*) filter (where status = 'WAITING'))::int as waiting
         from event_waitlist where event_id = ? and status in ('WAITING', 'OFFERED')`,
        [id, id],
      );
      return { capacity, going: row?.going ?? 0, offered: row?.offered ?? 0, waiting: row?.waiting ?? 0 };
    },

    async wait(eventId: string, userId: string): Promise<void> {
      const entry = [eventId, userId, 'WAITING'];
      await em.execute('insert into event_waitlist (event_id, user_id, status) values (?, ?, ?)', entry, 'run');
    },

    async withdraw(eventId: string, userId: string): Promise<void> {
      await turn(eventId, 'WITHDRAWN', 'user_id = ?', [userId]);
    },

    /** Offers a seat to the one who waits the longest; their id, or null when nobody waits. */
    async offer(eventId: string, until: Date): Promise<string | null> {
      const [row] = await em.execute<{ user_id: string }[]>(
        `update event_waitlist set status = 'OFFERED', offered_until = ? where place =
           (select min(place) from event_waitlist where event_id = ? and status = 'WAITING')
         returning user_id`,
        [until, eventId],
      );
      return row?.user_id ?? null;
    },

    /** False when nothing is offered to them, or no longer. */
    take: async (eventId: string, userId: string): Promise<boolean> =>
      (await turn(eventId, 'TAKEN', 'user_id = ? and offered_until > ?', [userId, now])).length === 1,

    /** Everybody who waits or was offered gets a seat: there are enough now. Their ids. */
    takeAll: (eventId: string): Promise<string[]> => turn(eventId, 'TAKEN', 'true', [], ['WAITING', 'OFFERED']),

    /** Those whose offer is over. */
    expire: (eventId: string): Promise<string[]> => turn(eventId, 'EXPIRED', 'offered_until <= ?', [now]),
  };
};
