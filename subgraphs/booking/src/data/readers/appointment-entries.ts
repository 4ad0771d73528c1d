// Appointments as entries of the calendars of both who meet: all but those that will not take place.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Appointment } from '../../domain/appointment.js';
import { CalendarEntry } from '../../domain/calendar.js';
import type { CalendarSource } from './calendar-sources.js';

const toEntry = ({ id, startsAt, endsAt, title }: Appointment): CalendarEntry =>
  Object.assign(new CalendarEntry(), { id, kind: 'APPOINTMENT', startsAt, endsAt, title } as const);

const mineIn = (em: EntityManager, personId: string) =>
  em
    .createQueryBuilder(Appointment, 'a')
    .where({ $or: [{ clientId: personId }, { coachUserId: personId }] } as object)
    .andWhere({ status: { $nin: ['DECLINED', 'CANCELLED', 'RELEASED'] } } as object);

export const appointmentEntries: CalendarSource = {
  kind: 'APPOINTMENT',

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
