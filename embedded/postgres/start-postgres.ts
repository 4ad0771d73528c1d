// Starts a real PostgreSQL on a data folder: makes the cluster on the first start, heals what a killed start left behind,
// and stops the server when this process dies.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type DataFolder, openDataFolder } from './data-folder.js';
import { ensureDatabase } from './ensure-database.js';
import { freePort } from './free-port.js';
import { initialiseCluster, SUPERUSER } from './initialise-cluster.js';
import { locateBinaries } from './locate-binaries.js';
import { Passwords } from './passwords.js';
import { publishBinaries } from './publish-binaries.js';
import { readPostmaster } from './read-postmaster.js';
import { adoptServer, type RunningServer, ServerDidNotStart, startServer } from './run-server.js';

/** How long the remains of an earlier server may take to go. */
const HEALING_LIMIT_MS = 5_000;

export interface PostgresServer {
  port: number;
  pid: number;
  /** The superuser's URL, on the database `postgres`. */
  adminUrl: string;
  /** The URL of role and database `database`. Throws when `ensureDatabase` never made them. */
  url(database: string): string;
  /** Makes role and database `name` (a lower-case word) unless they exist; resolves to their URL. Safe to call concurrently. */
  ensureDatabase(name: string): Promise<string>;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown: connections are closed, everything committed stays. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** A folder of our own, made when missing: `cluster/` and `passwords.json` (mode 600). */
  dataDir: string;
  /** The port on 127.0.0.1; a free one when absent. A server that already runs on the folder keeps its own. */
  port?: number;
  /** Receives the server's log, line by line; without it nothing is printed. */
  log?: (line: string) => void;
}

/**
 * Resolves when the server accepts connections (about 0.1 s; 1 s on the first start). Throws when it cannot start, with its last
 * log lines: a busy port, or a folder of another version or user. As root the server runs as `nobody`.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const located = locateBinaries();
  const folder = openDataFolder(options.dataDir);
  try {
    const native = folder.account ? publishBinaries(located) : located;
    const passwords = new Passwords(folder.path);
    if (!existsSync(folder.cluster)) await initialiseCluster(native, folder, passwords.of(SUPERUSER));
    if (!passwords.has(SUPERUSER))
      throw new Error(`${join(folder.path, 'passwords.json')} is lost: the cluster cannot be opened`);
    const server = await settle(native, folder, passwords, options);
    const urlOf = (role: string, database = role): string =>
      `postgresql://${role}:${passwords.of(role)}@127.0.0.1:${server.port}/${database}`;
    const adminUrl = urlOf(SUPERUSER);
    return {
      ...server,
      adminUrl,
      url(database) {
        if (!passwords.has(database)) throw new RangeError(`There is no database ${database}`);
        return urlOf(database);
      },
      async ensureDatabase(name) {
        await ensureDatabase(adminUrl, passwords, name);
        return urlOf(name);
      },
    };
  } finally {
    folder.close();
  }
}

/** Adopts the server that lives on the folder, or starts one when the remains of the last are gone. */
async function settle(
  native: string,
  folder: DataFolder,
  passwords: Passwords,
  options: PostgresOptions,
): Promise<RunningServer> {
  const limit = performance.now() + HEALING_LIMIT_MS;
  for (;;) {
    const found = readPostmaster(folder.cluster);
    if (found?.isAlive) {
      if (found.isReady && (await accepts(found.port, passwords))) return adoptServer(found.pid, found.port, folder);
    } else {
      // PostgreSQL clears up after a dead server itself, unless another program has been given its pid.
      if (found) rmSync(join(folder.cluster, 'postmaster.pid'), { force: true });
      try {
        const log = options.log ?? (() => undefined);
        return await startServer(native, folder, options.port ?? (await freePort()), log);
      } catch (error) {
        if (!(error instanceof ServerDidNotStart) || !isPassing(error, options) || performance.now() > limit)
          throw error;
      }
    }
    if (performance.now() > limit)
      throw new Error(`A PostgreSQL on ${folder.path} neither serves nor ends (pid ${found?.pid})`);
    await sleep(50);
  }
}

/** The orphaned workers of a killed server hold its shared memory for a moment; a port that we chose may have been taken since. */
function isPassing(error: ServerDidNotStart, options: PostgresOptions): boolean {
  if (/shared memory block|lock file/.test(error.message)) return true;
  return options.port === undefined && /could not bind/.test(error.message);
}

async function accepts(port: number, passwords: Passwords): Promise<boolean> {
  const client = new Client({
    connectionString: `postgresql://${SUPERUSER}:${passwords.of(SUPERUSER)}@127.0.0.1:${port}/postgres`,
    connectionTimeoutMillis: 1_000,
  });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    // It is going down, which the next look will show.
    () => false,
  );
}
