// A token bucket: so many messages a second on average, twice as many at once (a client that resumes 50 streams).

export class MessageRate {
  #tokens: number;
  #filledAt = performance.now();

  constructor(private readonly perSecond: number) {
    this.#tokens = 2 * perSecond;
  }

  /** Whether one more message is admitted. */
  admit(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(2 * this.perSecond, this.#tokens + ((now - this.#filledAt) / 1_000) * this.perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
