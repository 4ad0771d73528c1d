// How often a subgraph may be asked again: retries must never be what keeps it down.

/** A tenth of the calls may be retries, and this many at once after a quiet time. */
const MOST_SAVED = 10;
const EARNED_PER_CALL = 0.1;

export class RetryBudget {
  #saved = MOST_SAVED;

  /** A first call was sent. */
  earn(): void {
    if (this.#saved < MOST_SAVED) this.#saved = Math.min(MOST_SAVED, this.#saved + EARNED_PER_CALL);
  }

  /** Whether one retry may be sent now; it is paid for then. */
  spend(): boolean {
    // Ten times a tenth is a little less than one.
    if (this.#saved < 1 - 1e-9) return false;
    this.#saved -= 1;
    return true;
  }
}
