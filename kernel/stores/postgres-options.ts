// How the ORM talks to PostgreSQL: quietly, in UTC, and never without an end to its patience.
import type { Options } from '@mikro-orm/postgresql';
import { type Milliseconds, seconds } from '../values/time.js';
import { MIGRATIONS_TABLE } from './postgres-migrate.js';

export interface StoreOptions {
  url: string;
  /** Sees every statement; tests count them. */
  onQuery?: ((sql: string) => void) | undefined;
  /** Told what the driver would otherwise print. */
  onWarning?: ((text: string) => void) | undefined;
}

/** At most `max` connections, and how long a request may queue for one of them. */
export interface Pool {
  readonly max: number;
  readonly patience: Milliseconds;
}

/** Everything but what is mapped. */
export const postgresOptions = (
  { url, onQuery, onWarning = () => {} }: StoreOptions,
  { max, patience }: Pool,
): Options => ({
  clientUrl: url,
  migrations: { tableName: MIGRATIONS_TABLE, snapshot: false, transactional: false },
  debug: onQuery ? ['query'] : false,
  colors: false,
  // Otherwise the migrator talks to the console.
  logger: onQuery ?? (() => {}),
  forceUtcTimezone: true,
  pool: { min: 0, max, acquireTimeoutMillis: patience, idleTimeoutMillis: seconds(30) },
  driverOptions: {
    log: { warn: onWarning, error: onWarning, deprecate: onWarning, debug: () => {} },
    connection: {
      connectionTimeoutMillis: seconds(1),
      statement_timeout: seconds(5),
      idle_in_transaction_session_timeout: seconds(5),
      // A server that went silent never sends its own timeout: the client stops waiting by itself.
      query_timeout: seconds(6),
      keepAlive: true,
    },
  },
});
