// Idempotency keys in MongoDB, in the transaction of the effect they guard: a crash takes back both.
import type { ClientSession, Connection } from 'mongoose';
import { fingerprint } from '../idempotency/fingerprint.js';
import {
  type EarlierUse,
  forgottenBefore,
  type OnceRequest,
  refuseKey,
  replay,
  replayWindow,
  runAndKeep,
} from '../idempotency/once-request.js';
import type { Refusal } from '../refusal/refusal.js';

interface KeyDocument extends EarlierUse {
  /** JSON of [actor, operation, key]. */
  _id: string;
  createdAt: Date;
}

const keysOf = (connection: Connection) => connection.collection<KeyDocument>('idempotency_keys');

/** Makes the index by which MongoDB removes forgotten keys. Idempotent. */
export async function ensureIdempotency(connection: Connection): Promise<void> {
  await keysOf(connection).createIndex({ createdAt: 1 }, { expireAfterSeconds: replayWindow / 1_000 });
}

/**
 * Runs `run` at most once per (actor, operation, key), inside the session's transaction. A concurrent twin gets a
 * WriteConflict, which the caller's withTransaction() retries until it can replay the first one's outcome; so `run` must
 * not change anything outside the transaction. Refuses with IDEMPOTENCY_KEY_REUSED when the input differs.
 */
export async function once<T>(
  connection: Connection,
  session: ClientSession,
  request: OnceRequest,
  run: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (!session.inTransaction()) throw new Error('an idempotency key is taken inside the transaction it guards');
  const unusable = refuseKey(request);
  if (unusable) return unusable;
  const keys = keysOf(connection);
  const _id = JSON.stringify([request.actor, request.operation, request.key]);
  const earlier = await keys.findOne({ _id }, { session });
  if (earlier && earlier.createdAt > forgottenBefore(request)) return replay(earlier, request);
  // Written before the work, so that a twin stops here and not after doing the work as well.
  const taken = { fingerprint: fingerprint(request.input), outcome: 'null', createdAt: request.now };
  await keys.replaceOne({ _id }, taken, { upsert: true, session });
  return runAndKeep(
    run,
    (outcome) => keys.updateOne({ _id }, { $set: { outcome } }, { session }),
    () => keys.deleteOne({ _id }, { session }),
  );
}
