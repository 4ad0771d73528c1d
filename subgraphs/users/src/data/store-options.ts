// What the ORM maps.
import { defineConfig } from '@mikro-orm/postgresql';
import { postgresOptions, type StoreOptions } from '@mosaic/kernel/stores/postgres-options';
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

export const storeOptions = (options: StoreOptions) =>
  defineConfig({
    ...postgresOptions(options, { max: 10, patience: seconds(2) }),
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
  });
