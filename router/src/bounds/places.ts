// So many at a time, so many in line, and no more: who comes later is told so at once.

export class Places {
  #free: number;
  readonly #mostWaiting: number;
  readonly #line = new Set<() => void>();

  constructor(places: number, mostWaiting: number) {
    this.#free = places;
    this.#mostWaiting = mostWaiting;
  }

  /** Calls `start` now, or in its turn. False when the line is full: it will never be called. */
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
    for (const start of this.#line) {
      this.#line.delete(start);
      start();
      return;
    }
    this.#free += 1;
  }

  get waiting(): number {
    return this.#line.size;
  }
}
