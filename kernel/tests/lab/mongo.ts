// A MongoDB database of its own for a test file.
import { openDatabase } from '@mosaic/embedded/mongo/open-database';
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
  const { url, close } = await openDatabase();
  const opened: Connection[] = [];
  const open = async () => {
    const connection = await createConnection(url).asPromise();
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
      await close();
    },
  };
}
