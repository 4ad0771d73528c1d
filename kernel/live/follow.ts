// Following a live log: attach to the wake-ups first, then read from the cursor to the end, then again at each wake-up.
// Because events are pulled from the log by position, a slow reader costs no memory and nothing is lost or repeated.
import { Pause } from '../deadline/pause.js';
import type { LiveEvent, LiveLog, WakeUps } from './live-event.js';

const BATCH = 100;
/** How long a lost wake-up (Redis down) can delay an event. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The events of `topic` after position `after`, for ever. Hand-written instead of an async generator, because a
 * generator's return() queues behind its pending next(): leaving must detach at once.
 */
export function follow<T>(
  log: LiveLog<T>,
  wakeUps: WakeUps,
  topic: string,
  after: number,
): AsyncIterableIterator<LiveEvent<T>> {
  let position = after;
  let batch: readonly LiveEvent<T>[] = [];
  let sawEndAt: number | null = null; // when the read began that saw the end of the log; null while there may be more
  let isOver = false;
  const pause = new Pause();
  const attached = wakeUps.listen(topic, pause.cut);
  // A failed attach is reported by the next() that awaits it; this only keeps Node from calling it unhandled.
  attached.catch(() => {});

  const next = async (): Promise<IteratorResult<LiveEvent<T>>> => {
    await attached;
    while (!isOver) {
      const [event, ...rest] = batch;
      if (event) {
        batch = rest;
        position = event.seq;
        return { value: event, done: false };
      }
      // An event committed since that read began has cut this pause already.
      if (sawEndAt !== null) await pause.take(Math.max(0, sawEndAt + LOOK_AGAIN_MS - performance.now()));
      const beganAt = performance.now();
      sawEndAt = null;
      batch = isOver ? [] : await log.readAfter(topic, position, BATCH);
      if (batch.length < BATCH) sawEndAt = beganAt;
    }
    return { value: undefined, done: true };
  };

  let chain: Promise<unknown> = Promise.resolve();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => {
      const result = chain.then(next, next);
      chain = result;
      return result;
    },
    return: async () => {
      isOver = true;
      pause.cut();
      attached.then(
        (stop) => stop(),
        () => {},
      );
      return { value: undefined, done: true };
    },
  };
}
