// Root fields that read for admins; FORBIDDEN to everybody else.
import type { Connection } from '@mosaic/kernel/paging/page';
import { refuse } from '@mosaic/kernel/refusal/catalogue';
import { AccessError, RefusedError } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { intervalOf } from '@mosaic/schema/period';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { may } from '../access.js';
import type { AuditEntry } from '../domain/audit-entry.js';
import type { AccountStatus, Role, User } from '../domain/user.js';
import { type ChainReport, verifyAuditChain } from '../use-cases/verify-audit-chain.js';
import type { UsersContext } from './context.js';
import { AuditChainReport, AuditEntryConnection } from './types/audit-type.js';
import { AccountStatusEnum, RoleEnum, UserConnection } from './types/user-type.js';

@ArgsType()
class AdminUsersArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Any part of a name or an e-mail address.' })
  @MaxLength(100)
  search?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Only accounts that act as this.' })
  role?: Role | null;

  @Field(() => AccountStatusEnum, { nullable: true, description: 'Only accounts of this status.' })
  status?: AccountStatus | null;
}

@ArgsType()
class AuditTrailArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: 'Only what was done to this.' })
  @MaxLength(100)
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  @MaxLength(100)
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this mutation, e.g. changeUserRole.' })
  @MaxLength(100)
  action?: string | null;
}

@InputType({ description: 'A stretch of time.' })
class PeriodInput {
  @Field(() => DateTime, { description: 'Its first instant.' })
  from: Date;

  @Field(() => DateTime, { description: 'The first instant after it.' })
  to: Date;
}

@Resolver()
export class AdminQueries {
  @Query(() => UserConnection, { description: 'Every account, by name. For admins.' })
  adminUsers(
    @Args(() => AdminUsersArgs) { first, after, last, before, ...filter }: AdminUsersArgs,
    @Ctx() { call, rooms }: UsersContext,
  ): Promise<Connection<User>> {
    return rooms.people.accounts(viewerOf(call), filter, { first, after, last, before } as ConnectionArgs);
  }

  @Query(() => AuditEntryConnection, { description: 'Privileged acts in the whole graph, latest first. For admins.' })
  auditTrail(
    @Args(() => AuditTrailArgs) { first, after, last, before, ...filter }: AuditTrailArgs,
    @Ctx() { call, rooms }: UsersContext,
  ): Promise<Connection<AuditEntry>> {
    return rooms.audit.trail(viewerOf(call), filter, { first, after, last, before } as ConnectionArgs);
  }

  @Query(() => AuditChainReport, { description: 'Reads the whole audit trail and checks its chain. For admins.' })
  verifyAuditChain(@Ctx() { call, rooms }: UsersContext): Promise<ChainReport> {
    return verifyAuditChain(rooms, viewerOf(call));
  }

  @Query(() => AdminDashboard, {
    description: 'What happened in a period; each part of the graph counts its own. For admins.',
  })
  adminDashboard(
    @Arg('period', () => PeriodInput, { description: 'The period.' }) period: PeriodInput,
    @Ctx() { call }: UsersContext,
  ): AdminDashboard {
    if (!may.runThePlace(viewerOf(call))) throw new AccessError('FORBIDDEN');
    if (!(period.from < period.to))
      throw new RefusedError(refuse('BAD_INPUT', { reason: 'a period ends after it began' }).at('period'));
    return new AdminDashboard(intervalOf(period));
  }
}
