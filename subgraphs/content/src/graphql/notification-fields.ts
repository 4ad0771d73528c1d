// Fields of notifications that are loaded, and what hangs on the person who is told.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { typeOfId } from '@mosaic/kernel/values/ids';
import { Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { notificationKey } from '../data/readers/read-notifications.js';
import { isKnownKind, Notification, type NotificationKind, NotificationPreference } from '../domain/notification.js';
import { titleOf } from '../domain/notification-titles.js';
import { notificationTopic } from '../domain/topics.js';
import { User } from '../domain/user.js';
import { connect } from './connect.js';
import type { ContentContext } from './context.js';
import { latestEventId, OWN, ownerOf } from './own-lists.js';
import { references } from './references.js';
import {
  NotificationConnection,
  NotificationKindEnum,
  NotificationParameter,
  subjectStubs,
} from './types/notification-types.js';

@Resolver(() => Notification)
export class NotificationFields {
  @FieldResolver(() => NotificationKindEnum, { description: 'What it is about.' })
  kind(@Root() { kind }: Notification): NotificationKind | 'OTHER' {
    return isKnownKind(kind) ? kind : 'OTHER';
  }

  @FieldResolver(() => String, { description: 'What it says, in one line and in the language of the viewer.' })
  title(@Root() notification: Notification, @Ctx() { call }: ContentContext): string {
    return titleOf(notification, call.locale);
  }

  @FieldResolver(() => [NotificationParameter], {
    description: 'What its sentence speaks of: at most 10 names and values.',
  })
  parameters(@Root() { parameters }: Notification): NotificationParameter[] {
    return Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) }));
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What it is about; null when that is gone or nobody here knows its type.',
  })
  async subject(@Root() { subjectId: id }: Notification, @Ctx() context: ContentContext): Promise<object | null> {
    const type = typeOfId(id) ?? '';
    const Stub = subjectStubs.get(type);
    return Stub ? new Stub(id) : ((await references[type]?.({ id }, context)) ?? null);
  }
}

@Resolver(() => User)
export class InboxFields {
  @FieldResolver(() => NotificationConnection, {
    nullable: true,
    description: `What the person was told, the newest first. ${OWN}`,
  })
  async notifications(
    @Root() user: User,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Notification> | null> {
    const owner = ownerOf(context, user);
    const { read, seal } = context.rooms;
    return (
      owner && connect(seal, owner, 'notifications', page, notificationKey, (at) => read.notificationsOf(owner, at))
    );
  }

  @FieldResolver(() => Int, { nullable: true, description: `How many notifications are unread. ${OWN}` })
  async unreadNotificationCount(@Root() user: User, @Ctx() context: ContentContext): Promise<number | null> {
    const owner = ownerOf(context, user);
    return owner && context.rooms.read.unreadNotifications(owner);
  }

  @FieldResolver(() => [NotificationPreference], {
    nullable: true,
    description: `How the person wants to be told: one entry for each kind there is, at most 20. ${OWN}`,
  })
  async notificationPreferences(
    @Root() user: User,
    @Ctx() context: ContentContext,
  ): Promise<NotificationPreference[] | null> {
    const owner = ownerOf(context, user);
    return owner && context.rooms.read.preferencesOf(owner);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: `Where the notifications stand: subscribe to \`notificationAdded\` after it to hear all that comes later. ${OWN}`,
  })
  latestNotificationEventId(@Root() user: User, @Ctx() context: ContentContext): Promise<string | null> {
    return latestEventId(context, user, 'notifications', notificationTopic(user.id));
  }
}
