// A deadline is set once by the router and travels with the request: every hop gets what is left of it.
import type { Milliseconds } from '../values/time.js';

export class Deadline {
  private constructor(readonly at: Milliseconds) {}

  static in(budget: Milliseconds): Deadline {
    return new Deadline(Date.now() + budget);
  }

  /** From epoch milliseconds, as another process of ours sent it. */
  static at(epoch: Milliseconds): Deadline {
    return new Deadline(epoch);
  }

  /** Never negative. */
  remaining(): Milliseconds {
    return Math.max(0, this.at - Date.now());
  }
}

/** Bounds the wait for a promise that cannot be cancelled: rejects with a TimeoutError (DOMException) after `budget`. */
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
