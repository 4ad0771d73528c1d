// Bounds the wait for a promise that cannot be cancelled. The work itself may go on; only the waiting ends.
import type { Milliseconds } from '../values/time.js';

/** Rejects with a TimeoutError (DOMException) after `budget`. */
export async function withTimeout<T>(work: Promise<T>, budget: Milliseconds): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`no answer within ${budget} ms`, 'TimeoutError')), budget);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
