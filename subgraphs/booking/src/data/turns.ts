// Turns: of those who want the same in this process, one tries at a time, and when it is done the others look again
// together before the next one tries. Many who race for one slot so cost one transaction and one look, not one each; between
// processes the store's locks decide.

export class Turns {
  readonly #running = new Map<string, Promise<unknown>>();

  /**
   * Answers with what `look` found as soon as it finds something, else runs `work` when nobody else of this key does.
   * `look` must see whatever was committed before it was called.
   */
  async take<T>(key: string, look: () => Promise<T | null>, work: () => Promise<T>): Promise<T> {
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      const before = this.#running.get(key);
      if (!before) break;
      await before;
    }
    const mine = work().finally(() => this.#running.delete(key));
    this.#running.set(
      key,
      mine.catch(() => {}),
    );
    return mine;
  }
}
