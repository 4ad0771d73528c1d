// Events of a source that wait for our own work: bounded, so that one slow client costs at most 1 MiB.
import type { ExecutionResult } from 'graphql';

const MOST_EVENTS = 256;
const MOST_BYTES = 1024 * 1024;
/** While it is our own work that is behind (a backlog after `after`), more may wait. */
const MOST_EVENTS_CATCHING_UP = 8_192;
const MOST_BYTES_CATCHING_UP = 8 * MOST_BYTES;
/** How long a client may take for what it was given before it counts as not reading. */
const PATIENCE_MS = 250;

type Waiting = { readonly event: ExecutionResult; readonly bytes: number };

export class Backlog {
  #waiting: Waiting[] = [];
  #bytes = 0;
  /** Since when the client is waited for, if it is. */
  #stuckSince: number | null = null;

  /** False when the bound is passed: too much waits for us, or the client does not take its events. */
  push(event: ExecutionResult): boolean {
    // Measured only when somebody waits: a client that keeps up costs nothing.
    const isBehind = this.#waiting.length > 0 || this.#stuckSince !== null;
    const bytes = isBehind ? JSON.stringify(event).length : 0;
    this.#waiting.push({ event, bytes });
    this.#bytes += bytes;
    return !this.#isTooFull();
  }

  take(): ExecutionResult | undefined {
    const next = this.#waiting.shift();
    if (next) this.#bytes -= next.bytes;
    return next?.event;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  clear(): void {
    this.#waiting = [];
    this.#bytes = 0;
  }

  /** Waits until the client took what it was given. */
  async waitFor(taken: Promise<void>): Promise<void> {
    this.#stuckSince = performance.now();
    await taken;
    this.#stuckSince = null;
  }

  #isTooFull(): boolean {
    const events = this.#waiting.length;
    if (events > MOST_EVENTS_CATCHING_UP || this.#bytes > MOST_BYTES_CATCHING_UP) return true;
    const isStuck = this.#stuckSince !== null && performance.now() - this.#stuckSince > PATIENCE_MS;
    return isStuck && (events > MOST_EVENTS || this.#bytes > MOST_BYTES);
  }
}
