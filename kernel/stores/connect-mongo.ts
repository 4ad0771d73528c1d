// A connection to MongoDB with every safety stated: the defaults wait 10 s and acknowledge too early.
import { type Connection, Mongoose } from 'mongoose';

/** A dead or silent store is an error within about this long. */
const PATIENCE_MS = 1_000;

/** The store's sign of life. */
export const probeMongo = (connection: Connection) => async (): Promise<unknown> =>
  connection.db?.command({ ping: 1 }, { timeoutMS: 900 }) ?? Promise.reject(new Error('closed'));

/** Rejects within about a second when the store cannot be reached. Indexes are the caller's. */
export function connectMongo(url: string): Promise<Connection> {
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
