// Pings the clients; one that misses a whole interval is gone (found within two intervals). One timer for all of them,
// which takes an eighth of them at a time, so that neither their pings nor their pongs come all at once.
import type { LiveSocket } from './live-socket.js';

const PARTS = 8;

export class KeepAlive {
  readonly #parts = Array.from({ length: PARTS }, () => new Set<LiveSocket>());
  readonly #timer: NodeJS.Timeout;
  #at = 0;

  constructor(intervalMs: number) {
    this.#timer = setInterval(() => this.#ping(), intervalMs / PARTS).unref();
  }

  /** Until the socket is gone. Its first ping is a whole interval away. */
  watch(socket: LiveSocket): void {
    const part = this.#parts[this.#at] ?? new Set();
    part.add(socket);
    socket.keptBy = part;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #ping(): void {
    this.#at = (this.#at + 1) % PARTS;
    for (const socket of this.#parts[this.#at] ?? []) {
      if (socket.isAnswering) {
        socket.isAnswering = false;
        socket.ws.ping();
      } else socket.ws.terminate();
    }
  }
}
