// Events as entries of the calendars of those who organise them, go, or may go, while they are published.
import type { EntityManager } from '@mikro-orm/postgresql';
import { CalendarEntry } from '../../domain/calendar.js';
import { Event } from '../../domain/event.js';
import type { CalendarSource } from './calendar-sources.js';

const BELONGS = `exists (select 1 from event_participants p
  where p.event_id = e.id and p.user_id = ? and (p.rsvp in ('GOING', 'MAYBE') or e.organiser_id = p.user_id))`;

const toEntry = ({ id, startsAt, endsAt, title }: Event): CalendarEntry =>
  Object.assign(new CalendarEntry(), { id, kind: 'EVENT', startsAt, endsAt, title } as const);

const mineIn = (em: EntityManager, personId: string) =>
  em
    .createQueryBuilder(Event, 'e')
    .select('*')
    .where({ status: 'PUBLISHED' } as object)
    .andWhere(BELONGS, [personId]);

export const eventEntries: CalendarSource = {
  kind: 'EVENT',

  async between(em, personId, from, to, limit) {
    const rows = await mineIn(em, personId)
      .andWhere({ startsAt: { $lt: to }, endsAt: { $gt: from } } as object)
      .orderBy({ startsAt: 'asc', id: 'asc' })
      .limit(limit)
      .getResultList();
    return rows.map(toEntry);
  },

  async find(em, personId, itemId) {
    const row = await mineIn(em, personId)
      .andWhere({ id: itemId } as object)
      .getSingleResult();
    return row && toEntry(row);
  },
};
