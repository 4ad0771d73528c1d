/**
 * Starts the embedded Redis-wire server: a stand-in for development and tests that unmodified Redis clients talk to.
 * With a data directory its contents survive a restart, and a SIGKILL but for the last second.
 */
import { ALL_COMMANDS } from './commands/all-commands.js';
import { Engine } from './execute/engine.js';
import { openJournal } from './journal/open-journal.js';
import { listen } from './wire/listen.js';

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Cuts every connection, writes everything to disk and frees the port. */
  stop(): Promise<void>;
}

export interface RedisOptions {
  /** 0 or absent picks a free one. */
  port?: number;
  /** Address to listen on; 127.0.0.1 when absent. */
  host?: string;
  /** Where the journal lives; everything is in memory only when absent. Made when missing. */
  dataDir?: string;
}

/** Resolves when connections are accepted. Rejects when the port is taken or the data directory cannot be used. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const engine = new Engine(ALL_COMMANDS);
  const journal = options.dataDir === undefined ? undefined : openJournal(engine, options.dataDir);
  engine.journal = journal;
  const stopEngine = async (): Promise<void> => {
    engine.stop();
    await journal?.close();
  };
  const listener = await listen(engine, port, host).catch(async (failure: unknown) => {
    await stopEngine();
    throw failure;
  });
  return {
    port: listener.port,
    url: `redis://${host}:${listener.port}`,
    async stop() {
      await listener.close();
      await stopEngine();
    },
  };
}
