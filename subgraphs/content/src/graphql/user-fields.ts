// What this subgraph adds to a User: whether they are there, and lists that only they see.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { alertKey } from '../data/readers/read-alerts.js';
import { monitorKey } from '../data/readers/read-monitors.js';
import { roomKey } from '../data/readers/read-rooms.js';
import type { Alert, AlertStatus } from '../domain/alert.js';
import type { Monitor } from '../domain/monitor.js';
import { Presence } from '../domain/presence.js';
import type { Room } from '../domain/room.js';
import { alertTopic, inboxTopic } from '../domain/topics.js';
import { User } from '../domain/user.js';
import { connect } from './connect.js';
import type { ContentContext } from './context.js';
import { latestEventId, OWN, ownerOf } from './own-lists.js';
import { AlertConnection, AlertStatusEnum, MonitorConnection } from './types/monitor-types.js';
import { RoomConnection } from './types/room-types.js';

@ArgsType()
class RoomsArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Any part of a title or of the name of somebody else in the room, whatever its case and accents.',
  })
  @MaxLength(100)
  search?: string | null;
}

@Resolver(() => User)
export class UserFields {
  @FieldResolver(() => Presence, {
    nullable: true,
    description: 'Whether the person is there. For everybody who is signed in; null while nobody can tell.',
  })
  async presence(@Root() { id }: User, @Ctx() { asker, load, rooms }: ContentContext): Promise<Presence | null> {
    const status = asker && (await load.status.load(id));
    if (!status) return null;
    const lastSeenAt = status === 'ONLINE' ? rooms.clock.now() : await load.lastSeen.load(id);
    return Object.assign(new Presence(), { status, lastSeenAt });
  }

  @FieldResolver(() => RoomConnection, {
    nullable: true,
    description: `The rooms the person is in, the most recently active first. ${OWN}`,
  })
  async rooms(
    @Root() user: User,
    @Args(() => RoomsArgs) { search, ...page }: RoomsArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Room> | null> {
    const owner = ownerOf(context, user);
    const { read, seal } = context.rooms;
    const wanted = search?.trim() || null;
    return (
      owner && connect(seal, owner, `rooms ${wanted ?? ''}`, page, roomKey, (at) => read.roomsOf(owner, at, wanted))
    );
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: `Where the inbox stands: subscribe to \`inboxChanged\` after it to hear all that comes later. ${OWN}`,
  })
  latestInboxEventId(@Root() user: User, @Ctx() context: ContentContext): Promise<string | null> {
    return latestEventId(context, user, 'inbox', inboxTopic(user.id));
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: `Where the alerts stand: subscribe to \`alertChanged\` after it to hear all that comes later. ${OWN}`,
  })
  latestAlertEventId(@Root() user: User, @Ctx() context: ContentContext): Promise<string | null> {
    return latestEventId(context, user, 'alerts', alertTopic(user.id));
  }

  @FieldResolver(() => MonitorConnection, { nullable: true, description: `What the person measures. ${OWN}` })
  async monitors(
    @Root() user: User,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Monitor> | null> {
    const owner = ownerOf(context, user);
    const { read, seal } = context.rooms;
    return owner && connect(seal, owner, 'monitors', page, monitorKey, (at) => read.monitorsOf(owner, at));
  }

  @FieldResolver(() => AlertConnection, { nullable: true, description: `Alerts, the newest first. ${OWN}` })
  async alerts(
    @Root() user: User,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('status', () => AlertStatusEnum, { nullable: true, description: 'Only those that stand so.' })
    status: AlertStatus | null | undefined,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Alert> | null> {
    const owner = ownerOf(context, user);
    const { read, seal } = context.rooms;
    const list = `alerts ${status ?? ''}`;
    return (
      owner && connect(seal, owner, list, page, alertKey, (at) => read.alertsOf(owner, at, { status: status ?? null }))
    );
  }
}
