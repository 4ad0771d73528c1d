// A MongoDB database of its own for a test file: on MONGODB_URL's server when that is set, else on an embedded one.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from '@mosaic/embedded/mongo/start-mongo';
import { type ClientSession, type Connection, createConnection } from 'mongoose';

export interface MongoLab {
  connection: Connection;
  /** A second connection, for what another process would do. */
  another(): Promise<Connection>;
  /** Runs in a transaction that is retried on conflicts, as a unit of work does. */
  inTransaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openMongo(): Promise<MongoLab> {
  const name = `kernel_${randomBytes(6).toString('hex')}`;
  const given = process.env['MONGODB_URL'];
  const dataDir = await mkdtemp(join(tmpdir(), 'mosaic-kernel-'));
  const server = given ? null : await startMongo({ dataDir });
  const url = server?.url(name) ?? given ?? '';
  const opened: Connection[] = [];
  const open = async () => {
    const connection = await createConnection(url, { dbName: name }).asPromise();
    opened.push(connection);
    return connection;
  };
  const connection = await open();
  return {
    connection,
    another: open,
    inTransaction: (work) => connection.withSession((session) => session.withTransaction(() => work(session))),
    async close() {
      await connection.dropDatabase();
      for (const each of opened) await each.close();
      await server?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
