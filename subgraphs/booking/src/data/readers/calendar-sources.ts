// What a calendar shows: every source of entries. Add a source here, and it stands in everybody's calendar.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarEntry, CalendarEntryKind } from '../../domain/calendar.js';
import { appointmentEntries } from './appointment-entries.js';
import { eventEntries } from './event-entries.js';

export interface CalendarSource {
  readonly kind: CalendarEntryKind;
  /** Entries of the person that touch [from, to), by start, at most `limit`. */
  between(em: EntityManager, personId: string, from: Date, to: Date, limit: number): Promise<CalendarEntry[]>;
  /** The entry of this thing, or null when it is not (any more) in the person's calendar. */
  find(em: EntityManager, personId: string, itemId: string): Promise<CalendarEntry | null>;
}

export const calendarSources: readonly CalendarSource[] = [
  appointmentEntries,
  eventEntries,
  //
];
