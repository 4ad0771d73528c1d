// A person's calendar log as that person hears it: each event under an id that is also the cursor to go on after it.
import { follow } from '@mosaic/kernel/live/follow';
import type { LiveEvent, LiveLog, WakeUps } from '@mosaic/kernel/live/live-event';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { type CalendarNews, calendarTopic } from '../../domain/calendar.js';
import { refuse } from '../../domain/refusals.js';

interface Ear {
  readonly calendarLog: LiveLog<CalendarNews>;
  readonly wakeUps: WakeUps;
  readonly seal: CursorSeal;
}

export interface HeardNews extends CalendarNews {
  readonly eventId: string;
  readonly occurredAt: Date;
}

/**
 * News after `after`, or from now on. Throws RefusedError BAD_CURSOR for an id that this person did not get from here, and
 * RESYNC_REQUIRED for one whose successors are forgotten, or that lies in the future (a restored backup).
 */
export async function followCalendar(
  { calendarLog, wakeUps, seal }: Ear,
  personId: string,
  after: string | null | undefined,
): Promise<AsyncIterableIterator<HeardNews>> {
  const topic = calendarTopic(personId);
  const key = after == null ? null : seal.open(topic, after);
  if (after != null && typeof key?.[0] !== 'number') throw new RefusedError(refuse('BAD_CURSOR'));
  const { last, oldest } = await calendarLog.bounds(topic);
  const start = key ? Number(key[0]) : last;
  if (start > last || start < oldest - 1) throw new RefusedError(refuse('RESYNC_REQUIRED'));

  const source = follow(calendarLog, wakeUps, topic, start);
  const heard = ({ seq, occurredAt, body }: LiveEvent<CalendarNews>): HeardNews => ({
    ...body,
    eventId: seal.seal(topic, [seq]),
    occurredAt,
  });
  // Written out, because an async generator's return() would wait behind its pending next().
  const events: AsyncIterableIterator<HeardNews> = {
    [Symbol.asyncIterator]: () => events,
    async next() {
      const { value, done } = await source.next();
      return done ? { value: undefined, done } : { value: heard(value), done: false };
    },
    async return() {
      await source.return?.();
      return { value: undefined, done: true };
    },
  };
  return events;
}
