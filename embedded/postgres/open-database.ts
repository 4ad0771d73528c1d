// An empty PostgreSQL database for one test file: in the server that TEST_DATABASE_URL names, else in one of its own.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from './start-postgres.js';

export interface OpenDatabase {
  /** Its owner's URL: a role that is no superuser and owns nothing else. */
  readonly url: string;
  /** Drops it, whoever is still connected. */
  close(): Promise<void>;
}

/** TEST_DATABASE_URL is a superuser's. */
export async function openDatabase(): Promise<OpenDatabase> {
  const shared = process.env['TEST_DATABASE_URL'];
  return shared ? openIn(shared) : openAlone();
}

async function openIn(adminUrl: string): Promise<OpenDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  const tell = (...statements: string[]) => tellServer(adminUrl, statements);
  await tell(`create role ${name} login password '${password}'`, `create database ${name} owner ${name}`);
  const url = Object.assign(new URL(adminUrl), { username: name, password, pathname: `/${name}` }).href;
  return { url, close: () => tell(`drop database ${name} with (force)`, `drop role ${name}`) };
}

async function tellServer(adminUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openAlone(): Promise<OpenDatabase> {
  const { ensureDatabase, close } = await startShared();
  return { url: await ensureDatabase('test'), close };
}

/** A server in a folder of its own, which `close` removes. */
export async function startShared() {
  const dataDir = mkdtempSync(join(tmpdir(), 'mosaic-test-'));
  const server = await startPostgres({ dataDir });
  const close = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, close };
}
