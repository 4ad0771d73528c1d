// The kept connections to one subgraph. The one that was used last is used next, so that those too many grow old and go.
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';
import type { Address } from './address.js';
import { Connection, type Keeper } from './connection.js';

const LOOK_EVERY_MS: Milliseconds = seconds(1);

export class Connections implements Keeper {
  readonly #all = new Set<Connection>();
  readonly #resting: Connection[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isDestroyed = false;

  /** `largest` in bytes of an answer. */
  constructor(
    private readonly address: Address,
    private readonly largest: number,
  ) {}

  /** One that rests, or a new one: it is the caller's until it rests again. Null after the end. */
  take(): Connection | null {
    if (this.#isDestroyed) return null;
    const now = Date.now();
    for (;;) {
      const connection = this.#resting.pop();
      if (!connection) break;
      if (connection.isGoodAt(now)) return connection;
      connection.close();
    }
    const opened = new Connection(this.address, this.largest, this);
    this.#all.add(opened);
    return opened;
  }

  rested(connection: Connection): void {
    if (this.#isDestroyed) {
      connection.close();
      return;
    }
    this.#resting.push(connection);
    this.#timer ??= setInterval(() => this.#closeOld(), LOOK_EVERY_MS);
  }

  closed(connection: Connection): void {
    this.#all.delete(connection);
    const at = this.#resting.indexOf(connection);
    if (at >= 0) this.#resting.splice(at, 1);
  }

  /** Whoever waits for an answer is told that the connection was closed. */
  destroy(): void {
    this.#isDestroyed = true;
    clearInterval(this.#timer);
    for (const connection of this.#all) connection.hangUp();
  }

  #closeOld(): void {
    const now = Date.now();
    const old = this.#resting.filter((connection) => !connection.isGoodAt(now));
    for (const connection of old) connection.close();
    if (this.#resting.length === old.length) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }
}
