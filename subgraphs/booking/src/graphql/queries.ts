// Root fields that read, in files by subject.
import { AppointmentQueries } from './appointment-queries.js';
import { CalendarQueries } from './calendar-queries.js';
import { EventQueries } from './event-queries.js';
import { OfferingQueries } from './offering-queries.js';

export const queries = [
  OfferingQueries,
  AppointmentQueries,
  CalendarQueries,
  EventQueries,
  //
] as const;
