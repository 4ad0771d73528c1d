// A scope owns what a process opened and closes it in reverse order. Node 20 has no AsyncDisposableStack yet.

export class Scope implements AsyncDisposable {
  readonly #closers: (() => unknown)[] = [];

  /** Registers a clean-up; the last registered runs first. */
  defer(close: () => unknown): void {
    this.#closers.push(close);
  }

  /** Owns a resource and returns it. */
  own<T>(resource: T, close: (resource: T) => unknown): T {
    this.defer(() => close(resource));
    return resource;
  }

  /** Runs every clean-up even if one fails; then throws an AggregateError of the failures. Idempotent. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) {
      try {
        await close();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some resources did not close cleanly');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
