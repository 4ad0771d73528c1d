// Fields of what only admins reach: the audit trail and the dashboard.
import { Node } from '@mosaic/kernel/subgraph/node';
import { periodOf } from '@mosaic/schema/period';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { type AuditDetails, AuditEntry } from '../domain/audit-entry.js';
import { User } from '../domain/user.js';
import type { UsersContext } from './context.js';
import { findNode } from './nodes.js';
import { AuditDetail } from './types/audit-type.js';

@Resolver(() => AuditEntry)
export class AuditEntryFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who did it; null for the system itself.' })
  actor(@Root() entry: AuditEntry, @Ctx() { load }: UsersContext): Promise<User | null> {
    return load.user.load(entry.actorId);
  }

  @FieldResolver(() => Node, { nullable: true, description: 'What it was done to, when it is something of the graph.' })
  subject(@Root() entry: AuditEntry, @Ctx() context: UsersContext): Promise<object | null> {
    return findNode(entry.subjectId, context);
  }

  @FieldResolver(() => [AuditDetail], { description: 'The particulars of the act, by name; at most 100.' })
  details(@Root() entry: AuditEntry): AuditDetail[] {
    const details = JSON.parse(entry.details) as AuditDetails;
    return Object.entries(details)
      .slice(0, 100)
      .map(([name, value]) => ({ name, value: value === null ? null : String(value) }));
  }
}

@Resolver(() => AdminDashboard)
export class DashboardFields {
  @FieldResolver(() => Int, { nullable: true, description: 'Accounts that were made in the period.' })
  async signUpCount(@Root() dashboard: AdminDashboard, @Ctx() { call, rooms }: UsersContext): Promise<number | null> {
    const period = may.runThePlace(call.viewer) ? periodOf(dashboard) : null;
    return period && rooms.counts.systemSignUps(period);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'People with a session that was alive and seen in the period; sessions are forgotten 30 days after their end.',
  })
  async activeUserCount(
    @Root() dashboard: AdminDashboard,
    @Ctx() { call, rooms }: UsersContext,
  ): Promise<number | null> {
    const period = may.runThePlace(call.viewer) ? periodOf(dashboard) : null;
    return period && rooms.counts.systemActive(period);
  }
}
