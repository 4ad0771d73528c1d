// An empty MongoDB database for one test file: in the server that MONGODB_URL names, else in one of its own.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from './start-mongo.js';

export interface OpenDatabase {
  readonly url: string;
  /** Stops the server of its own; a database elsewhere is left where it is. */
  close(): Promise<void>;
}

export async function openDatabase(): Promise<OpenDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const given = process.env['MONGODB_URL'];
  if (given) return { url: Object.assign(new URL(given), { pathname: `/${name}` }).href, close: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'mosaic-mongo-'));
  const server = await startMongo({ dataDir });
  const close = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: server.url(name), close };
}
