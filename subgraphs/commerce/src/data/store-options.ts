// How the ORM talks to PostgreSQL: what is mapped, and how long anything may take.
import { defineConfig } from '@mikro-orm/postgresql';
import { MIGRATIONS_TABLE } from '@mosaic/kernel/stores/postgres-migrate';
import { seconds } from '@mosaic/kernel/values/time';
import { records, statementTables } from './records/records.js';

export interface StoreOptions {
  url: string;
  /** Sees every statement; tests count them. */
  onQuery?: ((sql: string) => void) | undefined;
  /** Told what the driver would otherwise print. */
  onWarning?: ((text: string) => void) | undefined;
}

export const storeOptions = ({ url, onQuery, onWarning = () => {} }: StoreOptions) =>
  defineConfig({
    clientUrl: url,
    entities: [...records],
    schemaGenerator: { skipTables: [...statementTables] },
    migrations: { tableName: MIGRATIONS_TABLE, snapshot: false, transactional: false },
    debug: onQuery ? ['query'] : false,
    colors: false,
    // Otherwise the migrator talks to the console.
    logger: onQuery ?? (() => {}),
    forceUtcTimezone: true,
    // Rows that many want, such as the last pair of shoes, are queued for: longer than elsewhere.
    pool: { min: 0, max: 12, acquireTimeoutMillis: seconds(5), idleTimeoutMillis: seconds(30) },
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
