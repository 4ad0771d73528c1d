// How the ORM talks to PostgreSQL: what is mapped, and how long anything may take.
import { defineConfig } from '@mikro-orm/postgresql';
import { MIGRATIONS_TABLE } from '@mosaic/kernel/stores/postgres-migrate';
import { seconds } from '@mosaic/kernel/values/time';
import { AdoptedGuestRecord } from './records/adopted-guest-record.js';
import { AttemptsRecord } from './records/attempts-record.js';
import { AuditEntryRecord } from './records/audit-entry-record.js';
import { CoachRecord } from './records/coach-record.js';
import { CredentialRecord } from './records/credential-record.js';
import { LinkTokenRecord } from './records/link-token-record.js';
import { MailRecord } from './records/mail-record.js';
import { RefreshTokenRecord } from './records/refresh-token-record.js';
import { SessionRecord } from './records/session-record.js';
import { SpecialtyRecord } from './records/specialty-record.js';
import { UserRecord } from './records/user-record.js';

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
      UserRecord,
      CredentialRecord,
      SessionRecord,
      RefreshTokenRecord,
      AttemptsRecord,
      AdoptedGuestRecord,
      LinkTokenRecord,
      MailRecord,
      CoachRecord,
      SpecialtyRecord,
      AuditEntryRecord,
    ],
    // The kernel's own tables are its own business, and the one row of audit_head is no entity.
    schemaGenerator: { skipTables: ['outbox', 'inbox', 'audit_head'] },
    migrations: { tableName: MIGRATIONS_TABLE, snapshot: false, transactional: false },
    debug: onQuery ? ['query'] : false,
    colors: false,
    // Otherwise the migrator talks to the console.
    logger: onQuery ?? (() => {}),
    forceUtcTimezone: true,
    pool: { min: 0, max: 10, acquireTimeoutMillis: seconds(2), idleTimeoutMillis: seconds(30) },
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
