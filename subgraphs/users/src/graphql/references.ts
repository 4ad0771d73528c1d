// The federation door: how the router enters each entity. Every reader is scoped to the viewer, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { may } from '../access.js';
import type { UsersContext } from './context.js';

export const references: Record<string, ReferenceReader<UsersContext>> = {
  User: async ({ id }, { load }) => load.user.load(id),
  Session: async ({ id }, { load }) => load.session.load(id),
  Coach: async ({ id }, { load }) => load.coach.load(id),
  Specialty: async ({ id }, { load }) => load.specialty.load(id),
  AuditEntry: async ({ id }, { load }) => load.auditEntry.load(id),
  AdminDashboard: async (reference: object, { call }) =>
    may.runThePlace(call.viewer) && 'period' in reference ? new AdminDashboard(String(reference.period)) : null,
};
