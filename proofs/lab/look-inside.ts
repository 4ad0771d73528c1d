// The stores themselves, past every subgraph: what really lies in them, and what somebody with their keys could do.
import { type Db, MongoClient } from 'mongodb';
import pg from 'pg';

/** The rows of one statement, in the database at this URL. */
export async function inPostgres<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  return onPostgres(url, async (client) => (await client.query<Row>(sql, values)).rows);
}

/** Several statements on one connection. */
export async function onPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function inMongo<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(url);
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}
