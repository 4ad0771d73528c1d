// Following a live log: attach to the wake-ups first, then read from the cursor to the end, then again at each wake-up.
// Because events are pulled from the log by position, a slow reader costs no memory and nothing is lost or repeated.
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
  let isOver = false;
  let hasNews = true;
  let rouse: () => void = () => {};
  const wake = () => {
    hasNews = true;
    rouse();
  };
  const attached = wakeUps.listen(topic, wake);
  // A failed attach is reported by the next() that awaits it; this only keeps Node from calling it unhandled.
  attached.catch(() => {});

  const detach = () => {
    isOver = true;
    rouse();
    attached.then(
      (stop) => stop(),
      () => {},
    );
  };

  const pause = () =>
    new Promise<void>((resolve) => {
      if (hasNews || isOver) return resolve();
      const timer = setTimeout(resolve, LOOK_AGAIN_MS);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const next = async (): Promise<IteratorResult<LiveEvent<T>>> => {
    await attached;
    while (!isOver) {
      const [event, ...rest] = batch;
      if (event) {
        batch = rest;
        position = event.seq;
        return { value: event, done: false };
      }
      hasNews = false; // before reading: an event committed during the read wakes us again
      batch = await log.readAfter(topic, position, BATCH);
      if (batch.length === 0) await pause();
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
      detach();
      return { value: undefined, done: true };
    },
  };
}
