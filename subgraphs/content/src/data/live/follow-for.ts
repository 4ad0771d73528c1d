// A live log as one viewer may hear it: each event is judged in log order, so nothing can slip between a check and an event.
import { follow } from '@mosaic/kernel/live/follow';
import type { LiveEvent, LiveLog, WakeUps } from '@mosaic/kernel/live/live-event';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { refuse } from '../../domain/refusals.js';

export interface Following<T> {
  readonly log: LiveLog<T>;
  readonly wakeUps: WakeUps;
  readonly seal: CursorSeal;
  readonly topic: string;
  readonly viewerId: string;
}

const scopeOf = ({ topic, viewerId }: Pick<Following<unknown>, 'topic' | 'viewerId'>) => `live:${topic}:${viewerId}`;

/** The id under which a viewer sees an event; it is also the cursor that resumes after it, for this viewer alone. */
export const eventIdOf = ({ seal, ...where }: Omit<Following<unknown>, 'log' | 'wakeUps'>, seq: number): string =>
  seal.seal(scopeOf(where), [seq]);

/**
 * Where to begin: after `after`, or at the present end. Throws BAD_CURSOR for an id this viewer did not get from this
 * topic, and RESYNC_REQUIRED for one whose successors are forgotten or that lies in the future (a restored backup).
 */
export async function startOf<T>(following: Following<T>, after: string | null | undefined): Promise<number> {
  const key = after == null ? null : following.seal.open(scopeOf(following), after);
  if (after != null && typeof key?.[0] !== 'number') throw new RefusedError(refuse('BAD_CURSOR'));
  const { last, oldest } = await following.log.bounds(following.topic);
  const start = key ? Number(key[0]) : last;
  if (start > last || start < oldest - 1) throw new RefusedError(refuse('RESYNC_REQUIRED'));
  return start;
}

/**
 * Follows from `start`; `judge` turns an event into what the viewer gets, or null for nothing, or throws to end the
 * stream there. Leaving detaches at once.
 */
export function followFor<T, P>(
  { log, wakeUps, topic }: Following<T>,
  start: number,
  judge: (event: LiveEvent<T>) => Promise<P | null> | P | null,
): AsyncIterableIterator<P> {
  return mapSome(follow(log, wakeUps, topic, start), judge);
}

/** What `judge` makes of each item, without those it makes nothing of. Passes return() on even while next() is pending. */
export function mapSome<T, P>(
  source: AsyncIterableIterator<T>,
  judge: (item: T) => Promise<P | null> | P | null,
): AsyncIterableIterator<P> {
  const leave = async (): Promise<IteratorResult<P>> => {
    await source.return?.();
    return { value: undefined, done: true };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        for (;;) {
          const { value, done } = await source.next();
          if (done) return { value: undefined, done: true };
          const judged = await judge(value);
          if (judged !== null) return { value: judged, done: false };
        }
      } catch (error) {
        await leave();
        throw error;
      }
    },
    return: leave,
  };
}
