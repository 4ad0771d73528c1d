// Reads a person's calendar: all sources on one line of time.
import type { CalendarEntry, CalendarNews } from '../../domain/calendar.js';
import { calendarSources } from './calendar-sources.js';
import type { Fork } from './readers.js';

export const MOST_ENTRIES = 1_000;

export const readCalendar = (fork: Fork) => ({
  /** Entries that touch [from, to), by beginning, at most 1,000. */
  async between(personId: string, from: Date, to: Date): Promise<CalendarEntry[]> {
    const lists = await Promise.all(
      calendarSources.map((source) => source.between(fork(), personId, from, to, MOST_ENTRIES)),
    );
    return lists
      .flat()
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_ENTRIES);
  },

  /** The entry that news are about, as it is now; null when it is not in the person's calendar any more. */
  async find(personId: string, { kind, itemId }: CalendarNews): Promise<CalendarEntry | null> {
    const source = calendarSources.find((one) => one.kind === kind);
    return source ? source.find(fork(), personId, itemId) : null;
  },
});
