// Starts the embedded MongoDB server inside this process; `main.ts` gives it a process of its own.
import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Cursors } from './commands/cursors.js';
import { openStore } from './store/open-store.js';
import { Sessions } from './store/sessions.js';
import { startSweeping } from './store/sweep.js';
import { listen } from './wire/server.js';

export interface MongoServer {
  port: number;
  /** A connection string for one database; transactions and retryable writes work through it. */
  url(database: string): string;
  /** Closes every connection, writes what is pending, and lets go of the data directory. */
  stop(): Promise<void>;
}

export interface MongoOptions {
  /** Holds the journal and snapshots; created when absent; used by one server at a time. */
  dataDir: string;
  /** 0 or absent: a free port. */
  port?: number;
  /** Default 127.0.0.1: there is no authentication. */
  host?: string;
  /** Called once when the disk refuses a write: nothing more is acknowledged, the process should end. */
  onDiskFailure?: (error: Error) => void;
  /** The journal is compacted when it has grown by this many bytes and to twice the data. Default 16 MiB. */
  compactAfterBytes?: number;
}

/** Resolves when connections are accepted. Rejects when the port is taken or another server uses `dataDir`. */
export async function startMongo(options: MongoOptions): Promise<MongoServer> {
  await mkdir(options.dataDir, { recursive: true });
  const sessions = new Sessions();
  const store = await openStore(realpathSync(options.dataDir), sessions, options);
  const cursors = new Cursors();
  const host = options.host ?? '127.0.0.1';
  const listener = await listen({ store, sessions, cursors }, host, options.port ?? 0).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const sweeping = startSweeping(store, sessions, cursors);
  return {
    port: listener.port,
    url: (database) => `mongodb://${listener.address}/${encodeURIComponent(database)}?replicaSet=rs0`,
    async stop() {
      sweeping.stop();
      await listener.close();
      await store.close();
    },
  };
}
