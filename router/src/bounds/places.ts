// So many at a time, so many in line, and no more: who comes later is told so at once.

export class Places {
  #free: number;
  #isServing = false;
  readonly #mostWaiting: number;
  readonly #line = new Set<() => void>();

  constructor(places: number, mostWaiting: number) {
    this.#free = places;
    this.#mostWaiting = mostWaiting;
  }

  /** Calls `start`, which must not throw, now or in its turn. False when the line is full: it will never be called. */
  take(start: () => void): boolean {
    if (this.#free > 0) {
      this.#free -= 1;
      start();
      return true;
    }
    if (this.#line.size >= this.#mostWaiting) return false;
    this.#line.add(start);
    return true;
  }

  /** Leaves the line; false when its turn had come: then it has a place to release. */
  leave(start: () => void): boolean {
    return this.#line.delete(start);
  }

  release(): void {
    this.#free += 1;
    // Whoever begins may be over at once and release again: a loop here, so that a long line is no deep stack.
    if (this.#isServing) return;
    this.#isServing = true;
    for (const start of this.#line) {
      if (this.#free === 0) break;
      this.#free -= 1;
      this.#line.delete(start);
      start();
    }
    this.#isServing = false;
  }

  get waiting(): number {
    return this.#line.size;
  }
}
