// Opens the MongoDB store, its indexes ensured. Every safety is stated here: the defaults wait 10 s and acknowledge too early.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { ensureIdempotency } from '@mosaic/kernel/stores/mongo-idempotency';
import { ensureOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import { type Connection, Mongoose } from 'mongoose';
import { collectionsOf, ensureCollections } from './records/collections.js';

/** A dead or silent store is an error within about this long. */
const PATIENCE_MS = 1_000;

/** Rejects within about a second when the store cannot be reached. */
export async function openStore(scope: Scope, url: string): Promise<Connection> {
  const connection = scope.own(await connect(url), (open) => open.close());
  await ensureCollections(collectionsOf(connection));
  await ensureOutbox(connection);
  await ensureIdempotency(connection);
  await ensureFiles(connection);
  return connection;
}

/** GridFS's own indexes, as its specification names them: the driver makes them late, at the first upload. */
async function ensureFiles(connection: Connection): Promise<void> {
  await connection.collection('fs.files').createIndex({ filename: 1, uploadDate: 1 });
  await connection.collection('fs.chunks').createIndex({ files_id: 1, n: 1 }, { unique: true });
}

/** The store's sign of life. */
export const probeStore = (connection: Connection) => async (): Promise<unknown> =>
  connection.db?.command({ ping: 1 }, { timeoutMS: 900 }) ?? Promise.reject(new Error('closed'));

function connect(url: string): Promise<Connection> {
  const mongoose = new Mongoose();
  mongoose.set('sanitizeFilter', true); // `{$ne: null}` from outside becomes a value to compare with
  return mongoose
    .createConnection(url, {
      autoIndex: false, // indexes are ensured once, at the start, where a failure is seen
      autoCreate: false,
      bufferCommands: false,
      connectTimeoutMS: PATIENCE_MS,
      serverSelectionTimeoutMS: PATIENCE_MS,
      socketTimeoutMS: PATIENCE_MS + 500,
      waitQueueTimeoutMS: 2 * PATIENCE_MS,
      heartbeatFrequencyMS: PATIENCE_MS,
      minHeartbeatFrequencyMS: 100,
      // A read that fell silent is an error, not another second of waiting.
      retryReads: false,
      maxPoolSize: 50,
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', journal: true },
      readPreference: 'primary',
    })
    .asPromise();
}
