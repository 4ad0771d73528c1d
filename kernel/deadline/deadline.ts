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

  get isPast(): boolean {
    return this.remaining() === 0;
  }

  /** Aborts with a TimeoutError at the deadline, or earlier with any of the given signals. */
  signal(...others: AbortSignal[]): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(this.remaining()), ...others]);
  }
}
