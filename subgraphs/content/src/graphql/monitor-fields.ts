// Fields of monitors, rules and alerts that are loaded, each through a reader scoped to the owner.
import type { Connection } from '@mosaic/kernel/paging/page';
import { isRefusal, RefusedError } from '@mosaic/kernel/refusal/refusal';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { alertKey } from '../data/readers/read-alerts.js';
import { readingKey } from '../data/readers/read-monitors.js';
import { Alert } from '../domain/alert.js';
import { AlertRule } from '../domain/alert-rule.js';
import { readDuration } from '../domain/duration.js';
import { Monitor, Reading, type ReadingStats } from '../domain/monitor.js';
import { User } from '../domain/user.js';
import { connect } from './connect.js';
import { askerOf, type ContentContext } from './context.js';
import { AlertConnection, ReadingConnection, ReadingStatsType } from './types/monitor-types.js';

@Resolver(() => Monitor)
export class MonitorFields {
  @FieldResolver(() => User, { nullable: true, description: 'Whose it is.' })
  owner(@Root() { ownerId }: Monitor): User {
    return new User(ownerId);
  }

  @FieldResolver(() => Reading, { nullable: true, description: 'The newest reading; null before the first.' })
  async latest(@Root() { latestReadingId }: Monitor, @Ctx() { load }: ContentContext): Promise<Reading | null> {
    return latestReadingId && load.reading.load(latestReadingId);
  }

  @FieldResolver(() => ReadingConnection, { description: 'Readings, the newest first.' })
  readings(
    @Root() monitor: Monitor,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Reading>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, `readings ${monitor.id}`, page, readingKey, (at) =>
      read.readingsOf(asker, monitor, at),
    );
  }

  @FieldResolver(() => ReadingStatsType, { description: 'Statistics over the readings of a window that ends now.' })
  stats(
    @Root() monitor: Monitor,
    @Arg('window', () => GraphQLISO8601Duration, { description: 'How far back, e.g. P7D or PT12H; at most P3660D.' })
    window: string,
    @Ctx() context: ContentContext,
  ): Promise<ReadingStats> {
    const length = readDuration(window);
    if (isRefusal(length)) throw new RefusedError(length.at('window'));
    return context.load.stats.load({ monitor, window: length });
  }

  @FieldResolver(() => [AlertRule], { description: 'What it is watched for: at most 20 rules, the oldest first.' })
  rules(@Root() { id }: Monitor, @Ctx() { load }: ContentContext): Promise<AlertRule[]> {
    return load.rulesOf.load(id);
  }

  @FieldResolver(() => AlertConnection, { description: 'Alerts, the newest first.' })
  alerts(
    @Root() { id }: Monitor,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Alert>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, `alerts ${id}`, page, alertKey, (at) => read.alertsOf(asker, at, { monitorId: id }));
  }
}

@Resolver(() => AlertRule)
export class AlertRuleFields {
  @FieldResolver(() => Monitor, { nullable: true, description: 'What is watched.' })
  monitor(@Root() { monitorId }: AlertRule, @Ctx() { load }: ContentContext): Promise<Monitor | null> {
    return load.monitor.load(monitorId);
  }
}

@Resolver(() => Alert)
export class AlertFields {
  @FieldResolver(() => Monitor, { nullable: true, description: 'What was measured.' })
  monitor(@Root() { monitorId }: Alert, @Ctx() { load }: ContentContext): Promise<Monitor | null> {
    return load.monitor.load(monitorId);
  }

  @FieldResolver(() => AlertRule, { nullable: true, description: 'The rule that was broken.' })
  rule(@Root() { ruleId }: Alert, @Ctx() { load }: ContentContext): Promise<AlertRule | null> {
    return load.rule.load(ruleId);
  }
}
