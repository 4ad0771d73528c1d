// Root fields that stream. Each event is executed in a context of its own, so its fields are read fresh.
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Alert, type AlertEntry } from '../domain/alert.js';
import { Message } from '../domain/message.js';
import { Notification, type NotificationEntry } from '../domain/notification.js';
import { Room } from '../domain/room.js';
import type { ContentContext } from './context.js';
import { alertsOf, newsOf, presenceOf } from './person-streams.js';
import { changesOf, inboxOf, messagesOf, typistsOf } from './room-streams.js';
import {
  AlertChanged,
  InboxChanged,
  MessageAdded,
  MessageChanged,
  NotificationAdded,
  PresenceChanged,
  TypingChanged,
} from './types/live-types.js';

interface Source {
  args: Record<string, never>;
  context: ContentContext;
}

const AFTER =
  'The `eventId` of the last event received: what came after it is sent first. Without it, only what comes from now on.';

@Resolver()
export class Subscriptions {
  @Subscription(() => MessageAdded, {
    description: 'Messages of a room of the viewer. Ends with MEMBERSHIP_ENDED when the viewer is out of the room.',
    subscribe: ({ args, context }: Source) => messagesOf(context, String(args['roomId']), args['after']),
  })
  messageAdded(
    @Root() event: MessageAdded,
    @Arg('roomId', () => ID, { description: 'The room.' }) _roomId: string,
    @Arg('after', () => ID, { nullable: true, description: AFTER }) _after?: string | null,
  ): MessageAdded {
    return event;
  }

  @Subscription(() => MessageChanged, {
    description:
      'Reactions and replies to the messages of a room of the viewer. Its event ids are those of `messageAdded`. Ends with MEMBERSHIP_ENDED when the viewer is out of the room.',
    subscribe: ({ args, context }: Source) => changesOf(context, String(args['roomId']), args['after']),
  })
  messageChanged(
    @Root() event: MessageChanged,
    @Arg('roomId', () => ID, { description: 'The room.' }) _roomId: string,
    @Arg('after', () => ID, { nullable: true, description: AFTER }) _after?: string | null,
  ): MessageChanged {
    return event;
  }

  @Subscription(() => InboxChanged, {
    description:
      'Whatever changes in the rooms of the viewer, also which rooms those are. Kept for 30 days, the latest 10,000 events: beyond, `after` is refused with RESYNC_REQUIRED.',
    subscribe: ({ args, context }: Source) => inboxOf(context, args['after']),
  })
  inboxChanged(
    @Root() event: InboxChanged,
    @Arg('after', () => ID, { nullable: true, description: AFTER }) _after?: string | null,
  ): InboxChanged {
    return event;
  }

  @Subscription(() => TypingChanged, {
    description: 'Who else is typing in a room of the viewer: those who do now, then each change.',
    subscribe: ({ args, context }: Source) => typistsOf(context, String(args['roomId'])),
  })
  typingChanged(
    @Root() event: TypingChanged,
    @Arg('roomId', () => ID, { description: 'The room.' }) _roomId: string,
  ): TypingChanged {
    return event;
  }

  @Subscription(() => PresenceChanged, {
    description: 'Whether people are there: everybody now, then each change.',
    subscribe: ({ args, context }: Source) => presenceOf(context, args['userIds'] ?? []),
  })
  presenceChanged(
    @Root() event: PresenceChanged,
    @Arg('userIds', () => [ID], { description: 'Whom to watch: at most 100 people.' }) _userIds: string[],
  ): PresenceChanged {
    return event;
  }

  @Subscription(() => AlertChanged, {
    description:
      'What happens to the alerts of the viewer. Kept for 30 days, the latest 10,000 events: beyond, `after` is refused with RESYNC_REQUIRED.',
    subscribe: ({ args, context }: Source) => alertsOf(context, args['after']),
  })
  alertChanged(
    @Root() event: AlertChanged,
    @Arg('after', () => ID, { nullable: true, description: AFTER }) _after?: string | null,
  ): AlertChanged {
    return event;
  }

  @Subscription(() => NotificationAdded, {
    description:
      'What comes into the inbox of the viewer. Kept for 30 days, the latest 10,000 events: beyond, `after` is refused with RESYNC_REQUIRED.',
    subscribe: ({ args, context }: Source) => newsOf(context, args['after']),
  })
  notificationAdded(
    @Root() event: NotificationAdded,
    @Arg('after', () => ID, { nullable: true, description: AFTER }) _after?: string | null,
  ): NotificationAdded {
    return event;
  }
}

@Resolver(() => NotificationAdded)
export class NotificationAddedFields {
  @FieldResolver(() => Notification, { nullable: true, description: 'The notification, as it is now.' })
  notification(
    @Root() { notificationId }: NotificationEntry,
    @Ctx() { load }: ContentContext,
  ): Promise<Notification | null> {
    return load.notification.load(notificationId);
  }
}

@Resolver(() => MessageChanged)
export class MessageChangedFields {
  @FieldResolver(() => Message, { nullable: true, description: 'The message as it is now.' })
  message(@Root() { messageId }: { messageId: string }, @Ctx() { load }: ContentContext): Promise<Message | null> {
    return load.message.load(messageId);
  }
}

@Resolver(() => InboxChanged)
export class InboxChangedFields {
  @FieldResolver(() => Room, {
    nullable: true,
    description: 'The room as it is now; null when the viewer is not in it.',
  })
  room(@Root() { roomId }: InboxChanged, @Ctx() { load }: ContentContext): Promise<Room | null> {
    return load.room.load(roomId);
  }
}

@Resolver(() => AlertChanged)
export class AlertChangedFields {
  @FieldResolver(() => Alert, { nullable: true, description: 'The alert, with the status this event gave it.' })
  async alert(@Root() { alertId, status }: AlertEntry, @Ctx() { load }: ContentContext): Promise<Alert | null> {
    const alert = await load.alert.load(alertId);
    return alert && Object.assign(new Alert(), alert, { status });
  }
}
