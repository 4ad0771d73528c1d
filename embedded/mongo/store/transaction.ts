// A multi-document transaction: a snapshot number to read at, and the rows that it has written.
import { CommandError, writeConflict } from '../errors.js';
import type { Collection } from './collection.js';
import type { JournalEntry } from './journal-entry.js';
import type { Row } from './row.js';

export class Transaction {
  readonly writes = new Map<Row, Collection>();
  readonly startedAt = Date.now();
  readonly finished: Promise<void>;
  state: 'open' | 'committed' | 'aborted' = 'open';
  private finish: () => void = () => {};

  constructor(readonly snapshot: number) {
    this.finished = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  end(state: 'committed' | 'aborted'): void {
    this.state = state;
    this.finish();
  }
}

/** The right to write: inside a transaction or not, and the journal entries that the write leaves behind. */
export interface Writer {
  readonly transaction: Transaction | null;
  readonly entries: JournalEntry[];
}

/** A write outside transactions met a row of an open one: it waits, as it would for MongoDB's internal retries. */
export class Blocked extends Error {
  constructor(readonly until: Promise<void>) {
    super('blocked by an open transaction');
  }
}

/** What a writer gets that meets another transaction's row: transactions fail at once, others wait. */
export const refuseBusy = (writer: Writer, owner: Transaction): Error =>
  writer.transaction ? writeConflict() : new Blocked(owner.finished);

/**
 * Runs a write until no open transaction is in its way. `attempt` must not have changed anything when it throws.
 * Rejects with MaxTimeMSExpired at the deadline (milliseconds since the epoch).
 */
export async function whenFree<T>(attempt: () => T, deadline = Number.POSITIVE_INFINITY): Promise<T> {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      if (Number.isFinite(deadline)) await untilDeadline(error.until, deadline);
      else await error.until;
    }
  }
}

async function untilDeadline(event: Promise<void>, deadline: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    const expired = new CommandError(50, 'MaxTimeMSExpired', 'operation exceeded time limit');
    timer = setTimeout(() => reject(expired), Math.max(0, deadline - Date.now()));
  });
  try {
    await Promise.race([event, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

export const noSuchTransaction = (number: bigint): CommandError =>
  new CommandError(
    251,
    'NoSuchTransaction',
    `Given transaction number ${number} does not match any in-progress transactions.`,
    { errorLabels: ['TransientTransactionError'] },
  );
