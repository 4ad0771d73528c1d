/**
 * Clients that wait in a blocking command (BLPOP, XREAD BLOCK...). Whoever waited longest for a key is served first,
 * and only after the command or transaction that touched the key has ended, as in Redis.
 */
import { error, type Reply } from '../wire/reply.js';
import type { Wait } from './command.js';
import type { Engine } from './engine.js';
import { runRecorded } from './run-command.js';
import type { Session } from './session.js';

/** setTimeout takes no more; a longer wait ends with its client. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Waiter {
  readonly session: Session;
  readonly database: number;
  readonly argv: readonly string[];
  readonly wait: Wait;
  readonly done: (reply: Reply) => void;
  timer?: NodeJS.Timeout;
}

export class WaitingClients {
  private readonly byKey = new Map<string, Set<Waiter>>();
  private readonly bySession = new Map<Session, Waiter>();
  private touched = new Set<string>();

  constructor(private readonly engine: Engine) {}

  get size(): number {
    return this.bySession.size;
  }

  /** Parks the session; `done` is called once, later, unless its client leaves first. */
  park(session: Session, argv: readonly string[], wait: Wait, done: (reply: Reply) => void): void {
    const waiter: Waiter = { session, database: session.database, argv, wait, done };
    this.bySession.set(session, waiter);
    for (const id of idsOf(waiter)) {
      const waiters = this.byKey.get(id) ?? new Set();
      waiters.add(waiter);
      this.byKey.set(id, waiters);
    }
    if (wait.timeoutMs > 0 && wait.timeoutMs <= LONGEST_TIMER_MS) {
      waiter.timer = setTimeout(() => this.finish(waiter, wait.timeoutReply), Math.ceil(wait.timeoutMs));
    }
  }

  touch(id: string): void {
    if (this.byKey.has(id)) this.touched.add(id);
  }

  /** Gives each waiting client of each touched key another try. A served client may touch keys in its turn. */
  serve(): void {
    while (this.touched.size > 0) {
      const ids = this.touched;
      this.touched = new Set();
      for (const id of ids) {
        for (const waiter of [...(this.byKey.get(id) ?? [])]) this.retry(waiter);
      }
    }
  }

  /** CLIENT UNBLOCK: ends a wait as if it timed out, or with an error. False when the client does not wait. */
  unblock(session: Session, withError: boolean): boolean {
    const waiter = this.bySession.get(session);
    if (!waiter) return false;
    const unblocked = error('UNBLOCKED client unblocked via CLIENT UNBLOCK');
    this.finish(waiter, withError ? unblocked : waiter.wait.timeoutReply);
    return true;
  }

  drop(session: Session): void {
    const waiter = this.bySession.get(session);
    if (waiter) this.remove(waiter);
  }

  dropAll(): void {
    for (const waiter of [...this.bySession.values()]) this.remove(waiter);
  }

  private retry(waiter: Waiter): void {
    if (this.bySession.get(waiter.session) !== waiter) return;
    this.engine.clock.tick();
    const reply = runRecorded(this.engine, waiter, () => waiter.wait.attempt(this.engine.clock.now));
    this.engine.journalEffects();
    if (reply !== undefined) this.finish(waiter, reply);
  }

  private finish(waiter: Waiter, reply: Reply): void {
    this.remove(waiter);
    waiter.done(reply);
  }

  private remove(waiter: Waiter): void {
    clearTimeout(waiter.timer);
    this.bySession.delete(waiter.session);
    for (const id of idsOf(waiter)) {
      const waiters = this.byKey.get(id);
      waiters?.delete(waiter);
      if (waiters?.size === 0) this.byKey.delete(id);
    }
  }
}

function idsOf({ database, wait }: Waiter): string[] {
  return wait.keys.map((key) => `${database}:${key}`);
}
