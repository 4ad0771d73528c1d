// Opens the MongoDB store, its indexes ensured.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { connectMongo } from '@mosaic/kernel/stores/connect-mongo';
import { ensureIdempotency } from '@mosaic/kernel/stores/mongo-idempotency';
import { ensureOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import type { Connection } from 'mongoose';
import { collectionsOf, ensureCollections } from './records/collections.js';

/** Rejects within about a second when the store cannot be reached. */
export async function openStore(scope: Scope, url: string): Promise<Connection> {
  const connection = scope.own(await connectMongo(url), (open) => open.close());
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
