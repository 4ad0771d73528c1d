// Turns: work under one key waits for the work before it. Within a process this spares the store conflicts that would
// only be retried, and is fair where retries are not; between processes the store's own conflicts decide.

export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Runs `work` when everything given before under any of these keys is done, whether or not that succeeded. Keys are
   * waited for in one order, so that two works never wait for each other.
   */
  take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const [key, ...rest] = [...new Set(keys)].sort();
    return key === undefined ? work() : this.#takeOne(key, () => this.take(rest, work));
  }

  #takeOne<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.then(
      () => {},
      () => {},
    );
    this.#last.set(key, settled);
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    return mine;
  }
}
