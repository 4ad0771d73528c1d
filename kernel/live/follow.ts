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
  let isOver = false;
  const pause = new Pause();
  const attached = wakeUps.listen(topic, pause.cut);
  // A failed attach is reported by the next() that awaits it; this only keeps Node from calling it unhandled.
  attached.catch(() => {});

  const detach = () => {
    isOver = true;
    pause.cut();
    attached.then(
      (stop) => stop(),
      () => {},
    );
  };

  const next = async (): Promise<IteratorResult<LiveEvent<T>>> => {
    await attached;
    while (!isOver) {
      const [event, ...rest] = batch;
      if (event) {
        batch = rest;
        position = event.seq;
        return { value: event, done: false };
      }
      batch = await log.readAfter(topic, position, BATCH);
      // An event committed during the read has cut this pause already.
      if (batch.length === 0 && !isOver) await pause.take(LOOK_AGAIN_MS);
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
