// The parts of this subgraph's schema.
import './types/user-type.js';
import './types/session-type.js';
import './types/coach-type.js';
import './types/specialty-type.js';
import './types/audit-type.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { describeAdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { AuditEntry } from '../domain/audit-entry.js';
import { Coach } from '../domain/coach.js';
import { Session } from '../domain/session.js';
import { Specialty } from '../domain/specialty.js';
import { AuditEntryFields, DashboardFields } from './admin-fields.js';
import { AdminQueries } from './admin-queries.js';
import { CoachFields, SpecialtyFields } from './coach-fields.js';
import { CoachQueries } from './coach-queries.js';
import type { UsersContext } from './context.js';
import { mutations } from './mutations.js';
import { Queries } from './queries.js';
import { references } from './references.js';
import { SessionFields } from './session-fields.js';
import { foreignNodes } from './types/foreign-nodes.js';
import { UserFields } from './user-fields.js';

const fields = [UserFields, SessionFields, CoachFields, SpecialtyFields, AuditEntryFields, DashboardFields];

export const schemaParts: SchemaParts<UsersContext> = {
  resolvers: [Queries, CoachQueries, AdminQueries, ...fields, ...mutations],
  references,
  orphanedTypes: [Session, Coach, Specialty, AuditEntry, describeAdminDashboard(), ...foreignNodes.values()],
};
