// Reads the log of one person's calendar, as `follow` wants it.
import type { LiveEvent, LiveLog } from '@mosaic/kernel/live/live-event';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { type CalendarNews, personOf } from '../../domain/calendar.js';
import { refuse } from '../../domain/refusals.js';
import type { Fork } from '../readers/readers.js';

interface Row {
  seq: string;
  occurred_at: string | Date;
  body: CalendarNews;
}

export const KEPT_DAYS = 30;

/** `readAfter` throws RESYNC_REQUIRED when the event next in line was forgotten: never a silent gap. */
export function calendarLog(fork: Fork): LiveLog<CalendarNews> {
  return {
    async readAfter(topic, after, limit): Promise<LiveEvent<CalendarNews>[]> {
      const rows = await fork().execute<Row[]>(
        'select seq, occurred_at, body from calendar_events where person_id = ? and seq > ? order by seq limit ?',
        [personOf(topic), after, limit],
      );
      if (rows[0] && Number(rows[0].seq) !== after + 1) throw new RefusedError(refuse('RESYNC_REQUIRED'));
      return rows.map(({ seq, occurred_at, body }) => ({ seq: Number(seq), occurredAt: new Date(occurred_at), body }));
    },

    async bounds(topic) {
      const [row] = await fork().execute<{ last: string | null; oldest: string | null }[]>(
        `select (select seq from calendars where person_id = ?) as last,
                (select min(seq) from calendar_events where person_id = ?) as oldest`,
        [personOf(topic), personOf(topic)],
      );
      const last = Number(row?.last ?? 0);
      return { last, oldest: row?.oldest == null ? last + 1 : Number(row.oldest) };
    },
  };
}

/** Forgets what is older than 30 days; a thousand events at a time, and answers how many. */
export async function trimCalendars(fork: Fork, now: Date): Promise<number> {
  const rows = await fork().execute<object[]>(
    `delete from calendar_events where (person_id, seq) in
     (select person_id, seq from calendar_events where occurred_at < ? order by occurred_at limit 1000)
     returning seq`,
    [new Date(now.getTime() - KEPT_DAYS * 86_400_000)],
  );
  return rows.length;
}
