// Counts who is inside something that must not be closed under them.

export class Occupants {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  /** Answers with the way out, which may be taken more than once. */
  enter(): () => void {
    this.#inside += 1;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.#inside -= 1;
      if (this.#inside === 0) for (const left of this.#waiting.splice(0)) left();
    };
  }

  get inside(): number {
    return this.#inside;
  }

  /** Resolves when nobody is inside, at once when nobody is now. */
  async left(): Promise<void> {
    if (this.#inside > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
