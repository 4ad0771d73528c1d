// A socket does not outlive the token it was opened with, nor the session behind it.
import type { Revocations } from '../admission/follow-revocations.js';
import type { LiveSocket } from './live-socket.js';

const TICK_MS = 100;

/** One timer for all sockets: those that are due within the same tenth of a second end together. */
export class Expiry {
  /** By the tick at which they are due. */
  readonly #due = new Map<number, Set<LiveSocket>>();
  readonly #timer: NodeJS.Timeout;
  #looked = tickAt(performance.now());

  /** Each socket draws its own moment within `jitterMs` after the expiry, so that not everybody reconnects at once. */
  constructor(private readonly jitterMs: number) {
    this.#timer = setInterval(() => this.#look(), TICK_MS).unref();
  }

  /** Dismisses the socket when the time has come, unless it is gone before. */
  watch(socket: LiveSocket): void {
    if (!socket.identity) return;
    const left = Math.max(0, socket.identity.expiresAt.getTime() - Date.now()) + Math.random() * this.jitterMs;
    const tick = tickAt(performance.now() + left) + 1;
    const due = this.#due.get(tick) ?? new Set();
    this.#due.set(tick, due.add(socket));
    socket.whenGone(() => {
      if (due.delete(socket) && due.size === 0) this.#due.delete(tick);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const now = tickAt(performance.now()); this.#looked < now; ) {
      this.#looked += 1;
      for (const socket of [...(this.#due.get(this.#looked) ?? [])]) socket.dismiss('TOKEN_EXPIRED');
    }
  }
}

const tickAt = (ms: number): number => Math.floor(ms / TICK_MS);

/** Closes the sockets of every session that is revoked from now on. */
export function closeWhenRevoked(revocations: Revocations, sockets: ReadonlySet<LiveSocket>): void {
  revocations.watch((sessionId) => {
    for (const socket of sockets) {
      if (socket.identity?.viewer.sessionId === sessionId) socket.dismiss('SESSION_REVOKED');
    }
  });
}
