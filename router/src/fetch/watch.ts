// One clock for all who wait for subgraphs: every 20 ms it looks whose time is up and whose client has left. A timer and
// a listener for each call cost more than all of this, and nobody can tell 2,000 ms from 2,020.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';

const EVERY_MS = 20;

export interface Waiting {
  /** Epoch milliseconds. */
  readonly until: number;
  /** Whether the client has left. */
  readonly hasLeft: boolean;
  /** Its place in the list: the watch's own. */
  place: number;
  /** Called once; it takes itself off the watch. */
  stopWaiting(why: 'late' | 'gone'): void;
}

export class Watch {
  // NOTE: not a Set. One whose members come and go by the thousand leaves a chain of outgrown tables behind, each of
  // which keeps the next alive through the young generation's collections: measured, a third of a call's cost.
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(scope: Scope) {
    scope.defer(() => clearInterval(this.#timer));
  }

  add(waiting: Waiting): void {
    waiting.place = this.#waiting.push(waiting) - 1;
    this.#timer ??= setInterval(() => this.#look(), EVERY_MS);
  }

  /** Once for each that was added. */
  delete(waiting: Waiting): void {
    const last = this.#waiting.pop();
    if (!last || last === waiting) return;
    this.#waiting[waiting.place] = last;
    last.place = waiting.place;
  }

  #look(): void {
    if (this.#waiting.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = Date.now();
    // From the end: whoever is moved into a freed place was looked at already.
    for (let at = this.#waiting.length - 1; at >= 0; at -= 1) {
      const waiting = this.#waiting[at];
      if (waiting?.hasLeft) waiting.stopWaiting('gone');
      else if (waiting && now >= waiting.until) waiting.stopWaiting('late');
    }
  }
}
