// Transactions with the concerns written down, and retries with jitter for what MongoDB says may be retried.
import { setTimeout as pause } from 'node:timers/promises';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { type Milliseconds, seconds } from '../values/time.js';

const CONCERNS = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
} as const;
/** After this long a conflict is an error: later than the store lets go of what a process died over, before a call ends. */
const KEEP_TRYING: Milliseconds = seconds(8);

const isLabelled = (error: unknown, label: string): boolean =>
  error instanceof Error && 'hasErrorLabel' in error && (error.hasErrorLabel as (l: string) => boolean)(label);

/** Not a lost connection, though that may be retried too: on a silent store the answer would come far too late. */
const isWriteConflict = (error: unknown): boolean =>
  isLabelled(error, 'TransientTransactionError') && !(error instanceof mongo.MongoNetworkError);

/**
 * Runs `attempt` in a fresh transaction, again after a write conflict, and after whatever else `isConflict` says is one. An
 * attempt that does not commit is rolled back. Throws what the last attempt threw.
 */
export async function inTransaction<T>(
  connection: Connection,
  attempt: (session: ClientSession) => Promise<T>,
  isConflict: (error: unknown) => boolean = () => false,
): Promise<T> {
  const until = Date.now() + KEEP_TRYING;
  const session = await connection.startSession();
  try {
    for (let tries = 1; ; tries += 1) {
      session.startTransaction(CONCERNS);
      try {
        return await attempt(session);
      } catch (error) {
        if (!(isWriteConflict(error) || isConflict(error)) || Date.now() > until) throw error;
      } finally {
        if (session.inTransaction()) await session.abortTransaction();
      }
      await pause(Math.random() * Math.min(4 * 2 ** tries, 200));
    }
  } finally {
    await session.endSession();
  }
}

/** Commits; a commit whose answer was lost is asked for again, which is safe (it commits once). */
export async function commit(session: ClientSession): Promise<void> {
  try {
    await session.commitTransaction();
  } catch (error) {
    if (!isLabelled(error, 'UnknownTransactionCommitResult')) throw error;
    await session.commitTransaction();
  }
}

/** Whether a unique index said no. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000;
