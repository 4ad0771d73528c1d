// Who is worked on when there is more to do than one thread can: first come, first finished. Thirty large answers made a
// piece at a time, in turn, are all in memory at once, outlive the young generation and cost the collector more than they
// cost us; made a few at a time, they die young, and everybody is answered sooner.

const MOST_AT_ONCE = 8;
const LOOK_EVERY_MS = 1;
/** Below this share of busy time the thread waits for subgraphs, and nobody has to wait for it. */
const BUSY = 0.9;

type Load = ReturnType<typeof performance.eventLoopUtilization>;

export class Turns {
  #active = 0;
  readonly #waiting: (() => void)[] = [];
  #load: Load | undefined;

  /**
   * Runs `work`: at once, or when others have finished or turn out to be waiting themselves.
   *
   * NOTE: not an async function. What waits here grows old, and what is old when it ends keeps alive whatever it came to
   * hold, until the whole heap is collected: nothing that waits may hold the result.
   */
  take(work: () => Promise<void>): Promise<void> {
    if (this.#active < MOST_AT_ONCE) return this.#run(work);
    return this.#queue().then(() => this.#run(work));
  }

  #run(work: () => Promise<void>): Promise<void> {
    this.#active += 1;
    return work().finally(() => {
      this.#active -= 1;
      if (this.#active < MOST_AT_ONCE) this.#callNext();
    });
  }

  #queue(): Promise<void> {
    if (this.#waiting.length === 0) this.#watch();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Answers whether there was one. */
  #callNext(): boolean {
    const next = this.#waiting.shift();
    next?.();
    return next !== undefined;
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
