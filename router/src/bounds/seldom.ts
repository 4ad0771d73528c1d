// What may be said once in a while, however often it happens.

export class Seldom {
  #nextAt = 0;
  readonly #everyMs: number;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Whether it is time to say it; if so, not again for as long. */
  isDue(): boolean {
    const now = Date.now();
    if (now < this.#nextAt) return false;
    this.#nextAt = now + this.#everyMs;
    return true;
  }
}
