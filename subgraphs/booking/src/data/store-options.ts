// How the ORM talks to PostgreSQL: what is mapped, and how long anything may take.
import { defineConfig } from '@mikro-orm/postgresql';
import { MIGRATIONS_TABLE } from '@mosaic/kernel/stores/postgres-migrate';
import { seconds } from '@mosaic/kernel/values/time';
import { AppointmentRecord } from './records/appointment-record.js';
import { eventRecords, unmappedEventTables } from './records/event-records.js';
import { OfferingRecord } from './records/offering-record.js';

/** Tables that are written and read by statements of our own or the kernel's. */
const unmapped = [
  'outbox',
  'inbox',
  'idempotency_keys',
  'coaches',
  'schedules',
  'schedule_overrides',
  'calendars',
  'calendar_events',
  ...unmappedEventTables,
];

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
    entities: [
      OfferingRecord,
      AppointmentRecord,
      ...eventRecords,
      //
    ],
    schemaGenerator: { skipTables: unmapped },
    migrations: { tableName: MIGRATIONS_TABLE, snapshot: false, transactional: false },
    debug: onQuery ? ['query'] : false,
    colors: false,
    // Otherwise the migrator talks to the console.
    logger: onQuery ?? (() => {}),
    forceUtcTimezone: true,
    pool: { min: 0, max: 10, acquireTimeoutMillis: seconds(4), idleTimeoutMillis: seconds(30) },
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
