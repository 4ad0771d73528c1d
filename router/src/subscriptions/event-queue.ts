// Events between a source that pushes and a client that pulls: bounded, so that one slow client costs at most 1 MiB.

const MOST_EVENTS = 256;
const MOST_BYTES = 1024 * 1024;
/** While it is our own work that is behind (a backlog after `after`), more may wait. */
const MOST_EVENTS_CATCHING_UP = 8_192;
const MOST_BYTES_CATCHING_UP = 8 * MOST_BYTES;
/** How long one event may be on its way into the socket before the client counts as not reading. */
const PATIENCE_MS = 250;

type Waiting<T> = { readonly event: T; readonly bytes: number };

export class EventQueue<T> {
  #waiting: Waiting<T>[] = [];
  #bytes = 0;
  #offeredAt: number | null = null;
  #isOver = false;
  #isFinished = false;
  #failure: unknown;
  #rouse: () => void = () => {};

  /** `overflow` is called once, when the client does not take its events. */
  constructor(private readonly overflow: () => void) {}

  push(event: T): void {
    if (this.#isOver) return;
    // Measured only when somebody waits: a client that keeps up costs nothing.
    const bytes = this.#waiting.length > 0 ? JSON.stringify(event).length : 0;
    this.#waiting.push({ event, bytes });
    this.#bytes += bytes;
    if (this.#isTooFull()) {
      this.end();
      this.overflow();
    }
    this.#rouse();
  }

  /** No more events; those that wait are dropped. With a failure, the next `take` throws it. */
  end(failure?: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = failure;
    this.#waiting = [];
    this.#rouse();
  }

  /** The source is done; events that wait are still delivered. */
  finish(): void {
    this.#isFinished = true;
    this.#rouse();
  }

  /** The next event, or null at the end. Calling it means that the one before was taken. */
  async take(): Promise<T | null> {
    this.#offeredAt = null;
    while (this.#waiting.length === 0 && !this.#isOver && !this.#isFinished) {
      await new Promise<void>((resolve) => {
        this.#rouse = resolve;
      });
    }
    const next = this.#waiting.shift();
    if (next) {
      this.#bytes -= next.bytes;
      return next.event;
    }
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
    return null;
  }

  /** The event taken last is on its way into the socket from now on. */
  offered(): void {
    this.#offeredAt = performance.now();
  }

  #isTooFull(): boolean {
    const events = this.#waiting.length;
    if (events > MOST_EVENTS_CATCHING_UP || this.#bytes > MOST_BYTES_CATCHING_UP) return true;
    const isStuck = this.#offeredAt !== null && performance.now() - this.#offeredAt > PATIENCE_MS;
    return isStuck && (events > MOST_EVENTS || this.#bytes > MOST_BYTES);
  }
}
