// One clock for all who wait for subgraphs: every 20 ms it looks whose time is up and whose client has left. A timer and
// a listener for each call cost more than all of this, and nobody can tell 2,000 ms from 2,020.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';

const EVERY_MS = 20;

export interface Waiting {
  /** Epoch milliseconds. */
  readonly until: number;
  /** Aborted when the client leaves. */
  readonly gone: AbortSignal;
  /** Called once, and no longer watched then. */
  stopWaiting(why: 'late' | 'gone'): void;
}

export class Watch {
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;

  constructor(scope: Scope) {
    scope.defer(() => clearInterval(this.#timer));
  }

  add(waiting: Waiting): void {
    this.#waiting.add(waiting);
    this.#timer ??= setInterval(() => this.#look(), EVERY_MS);
  }

  delete(waiting: Waiting): void {
    this.#waiting.delete(waiting);
  }

  #look(): void {
    if (this.#waiting.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = Date.now();
    for (const waiting of this.#waiting) {
      const why = waiting.gone.aborted ? 'gone' : now >= waiting.until ? 'late' : null;
      if (!why) continue;
      this.#waiting.delete(waiting);
      waiting.stopWaiting(why);
    }
  }
}
