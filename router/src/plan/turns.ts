// Who is worked on when there is more to do than one thread can: first come, first finished. Thirty large answers made a
// piece at a time, in turn, are all in memory at once, outlive the young generation and cost the collector twice what they
// cost us; made a few at a time, they die young, and everybody is answered sooner.

const MOST_AT_ONCE = 8;
const LOOK_EVERY_MS = 1;
/** Below this share of busy time the thread waits for subgraphs, and nobody has to wait for it. */
const BUSY = 0.9;

type Load = ReturnType<typeof performance.eventLoopUtilization>;

export class Turns {
  #active = 0;
  readonly #waiting: (() => void)[] = [];
  #first = 0;
  #load: Load | undefined;

  /** Runs `work`: at once, or when others have finished or turn out to be waiting themselves. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#active >= MOST_AT_ONCE) await this.#queue();
    this.#active += 1;
    try {
      return await work();
    } finally {
      this.#active -= 1;
      if (this.#active < MOST_AT_ONCE) this.#callNext();
    }
  }

  #queue(): Promise<void> {
    if (this.#first === this.#waiting.length) this.#watch();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Answers whether there was one. */
  #callNext(): boolean {
    const next = this.#waiting[this.#first];
    if (!next) return false;
    this.#first += 1;
    if (this.#first === this.#waiting.length) {
      this.#waiting.length = 0;
      this.#first = 0;
    }
    next();
    return true;
  }

  /** As long as somebody waits. */
  #watch(): void {
    this.#load = performance.eventLoopUtilization();
    const look = () => {
      if (this.#waiting.length === 0) return;
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, this.#load as Load);
      this.#load = now;
      if (utilization < BUSY) while (this.#callNext());
      else setTimeout(look, LOOK_EVERY_MS);
    };
    setTimeout(look, LOOK_EVERY_MS);
  }
}
