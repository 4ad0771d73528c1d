// How an AuditEntry is stored. The database refuses to change or remove one.
import { EntitySchema } from '@mikro-orm/core';
import { AuditEntry } from '../../domain/audit-entry.js';
import { idColumn, instant } from './columns.js';

const text = { type: 'string', columnType: 'text' } as const;

export const AuditEntryRecord = new EntitySchema<AuditEntry>({
  class: AuditEntry,
  tableName: 'audit_entries',
  properties: {
    position: { type: 'integer', primary: true, autoincrement: false },
    id: idColumn,
    actorId: text,
    action: text,
    subjectId: text,
    details: text,
    occurredAt: instant,
    previousDigest: text,
    digest: text,
  },
  uniques: [
    { name: 'audit_entries_id', properties: ['id'] },
    { name: 'audit_entries_previous_digest', properties: ['previousDigest'] },
  ],
  indexes: [
    { name: 'audit_entries_actor', properties: ['actorId', 'position'] },
    { name: 'audit_entries_action', properties: ['action', 'position'] },
    { name: 'audit_entries_subject', properties: ['subjectId', 'position'] },
  ],
});
