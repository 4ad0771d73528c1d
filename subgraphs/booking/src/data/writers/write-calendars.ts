// Appends to the logs of calendars. The counters are taken at the end of the unit, all at once and in one order, so that
// commit order is the order of `seq` in each log, and no two units wait for each other.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { CalendarNews } from '../../domain/calendar.js';

export function writeCalendars(em: EntityManager, now: Date) {
  const news = new Map<string, CalendarNews[]>();

  return {
    /** Says that something changed in the calendars of these persons; guests have none. */
    tell(persons: readonly string[], item: CalendarNews): void {
      for (const person of new Set(persons)) {
        if (!isIdOf('User', person)) continue;
        const told = news.get(person) ?? [];
        if (!told.some(({ itemId }) => itemId === item.itemId)) news.set(person, [...told, item]);
      }
    },

    grown: (): string[] => [...news.keys()],

    async flush(): Promise<void> {
      const persons = [...news.keys()].sort();
      if (persons.length === 0) return;
      const given = JSON.stringify(persons.map((person) => ({ person, many: news.get(person)?.length ?? 0 })));
      const counters = await em.execute<{ person_id: string; seq: string }[]>(
        `insert into calendars (person_id, seq)
         select g->>'person', (g->>'many')::bigint from jsonb_array_elements(?::jsonb) with ordinality as given (g, at)
         order by at
         on conflict (person_id) do update set seq = calendars.seq + excluded.seq
         returning person_id, seq`,
        [given],
      );
      const rows = counters.flatMap(({ person_id, seq }) => {
        const items = news.get(person_id) ?? [];
        return items.map((body, at) => ({ person: person_id, seq: Number(seq) - items.length + at + 1, body }));
      });
      await em.execute(
        `insert into calendar_events (person_id, seq, occurred_at, body)
         select r->>'person', (r->>'seq')::bigint, ?, r->'body' from jsonb_array_elements(?::jsonb) as r`,
        [now, JSON.stringify(rows)],
        'run',
      );
    },
  };
}
