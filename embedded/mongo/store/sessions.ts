// Server sessions: the transaction of each, and the outcomes of its retryable writes.
// https://github.com/mongodb/specifications/blob/master/source/retryable-writes/retryable-writes.md
import { Long } from 'bson';
import { CommandError } from '../errors.js';
import type { Document } from '../values/types.js';
import type { JournalEntry } from './journal-entry.js';
import { noSuchTransaction, type Transaction } from './transaction.js';

export interface Session {
  readonly key: string;
  /** The highest transaction number seen: retryable writes and transactions share the count. */
  number: bigint;
  transaction: Transaction | null;
  /** Transaction `number` was committed; survives a restart, so that a repeated commit is answered. */
  committed: boolean;
  /** Outcomes of the statements of retryable write `number`, by their position in the command. */
  statements: Map<number, Document>;
  /** Commands of one session run one after another: a retry waits for the attempt that it repeats. */
  tail: Promise<void>;
  lastUsedAt: number;
}

const tooOld = (number: bigint, current: bigint): CommandError =>
  new CommandError(225, 'TransactionTooOld', `Transaction ${number} is older than ${current} of the same session`);

export class Sessions {
  private readonly sessions = new Map<string, Session>();

  of(key: string): Session {
    let session = this.sessions.get(key);
    if (!session) {
      session = {
        key,
        number: -1n,
        transaction: null,
        committed: false,
        statements: new Map(),
        tail: Promise.resolve(),
        lastUsedAt: 0,
      };
      this.sessions.set(key, session);
    }
    session.lastUsedAt = Date.now();
    return session;
  }

  get all(): Session[] {
    return [...this.sessions.values()];
  }

  /** Starts using a higher number; what the former one left behind is forgotten. Throws for a lower one. */
  advance(session: Session, number: bigint): void {
    if (number < session.number) throw tooOld(number, session.number);
    if (number === session.number) return;
    session.number = number;
    session.transaction = null;
    session.committed = false;
    session.statements.clear();
  }

  /** The open transaction of a session. Throws what makes the driver start over when there is none. */
  openTransaction(session: Session, number: bigint): Transaction {
    if (number < session.number) throw tooOld(number, session.number);
    const { transaction } = session;
    if (number === session.number && transaction?.state === 'open') return transaction;
    if (number === session.number && session.committed) {
      throw new CommandError(256, 'TransactionCommitted', `Transaction ${number} has been committed.`);
    }
    throw noSuchTransaction(number);
  }

  /** Forgets a session; its journal entry tells the next start to do the same. */
  end(key: string): JournalEntry[] {
    const session = this.sessions.get(key);
    if (!session) return [];
    this.sessions.delete(key);
    return session.statements.size > 0 || session.committed ? [{ op: 'endSession', session: key }] : [];
  }

  /** Applies a session entry of the journal. */
  replay(entry: JournalEntry): void {
    if (entry.op === 'endSession') this.sessions.delete(entry.session);
    if (entry.op !== 'statement' && entry.op !== 'committed') return;
    const session = this.of(entry.session);
    const number = entry.number.toBigInt();
    if (number < session.number) return;
    this.advance(session, number);
    if (entry.op === 'committed') session.committed = true;
    else session.statements.set(entry.index, entry.outcome);
  }

  /** What a snapshot must hold so that retries are still recognised. */
  *snapshot(): Generator<JournalEntry> {
    for (const session of this.sessions.values()) {
      const number = Long.fromBigInt(session.number);
      if (session.committed) yield { op: 'committed', session: session.key, number };
      for (const [index, outcome] of session.statements) {
        yield { op: 'statement', session: session.key, number, index, outcome };
      }
    }
  }
}
