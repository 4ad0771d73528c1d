// What the live streams carry.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Field, ID, ObjectType } from 'type-graphql';
import { Message } from '../../domain/message.js';
import { Presence } from '../../domain/presence.js';
import type { InboxChange } from '../../domain/room-event.js';
import { User } from '../../domain/user.js';

export const InboxChangeEnum = enumOf('InboxChange', 'What happened in a room of the viewer.', {
  MESSAGE: 'Somebody said something.',
  MEMBER_ADDED: 'Somebody came into the room, perhaps the viewer.',
  MEMBER_REMOVED: 'Somebody left or was removed, perhaps the viewer: then the room is null.',
  RENAMED: 'The room has another title.',
  READ: 'The viewer read on, perhaps on another device.',
});

const RESUMABLE = 'Unique; give it as `after` to go on after this event.';
const NOT_RESUMABLE = 'Unique; this stream begins with a snapshot and cannot be resumed.';
const OCCURRED = 'When it happened.';

@ObjectType({ description: 'A new message in a room.' })
export class MessageAdded {
  @Field(() => ID, { description: RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;

  @Field(() => Message, { description: 'The message.' })
  message: Message;
}

export const MessageChangeEnum = enumOf('MessageChange', 'What changed about a message.', {
  REACTIONS: 'Somebody reacted to it or took that back.',
  REPLIES: 'Somebody answered it.',
});

@ObjectType({ description: 'What stands on or under a message changed.' })
export class MessageChanged {
  @Field(() => ID, { description: RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;

  @Field(() => MessageChangeEnum, { description: 'What changed.' })
  change: 'REACTIONS' | 'REPLIES';
}

@ObjectType({ description: 'Something changed in a room of the viewer.' })
export class InboxChanged {
  @Field(() => ID, { description: RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;

  @Field(() => InboxChangeEnum, { description: 'What changed.' })
  change: InboxChange;

  @Field(() => ID, { description: 'Which room.' })
  roomId: string;
}

@ObjectType({ description: 'Somebody else began or stopped typing.' })
export class TypingChanged {
  @Field(() => ID, { description: NOT_RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;

  @Field(() => User, { nullable: true, description: 'Who.' })
  user: User;

  @Field(() => Boolean, { description: 'True while they are typing; clears by itself within 6 seconds.' })
  isTyping: boolean;
}

@ObjectType({ description: 'Somebody came online or went offline.' })
export class PresenceChanged {
  @Field(() => ID, { description: NOT_RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;

  @Field(() => User, { nullable: true, description: 'Who.' })
  user: User;

  @Field(() => Presence, { description: 'Whether they are there.' })
  presence: Presence;
}

@ObjectType({ description: 'The viewer was told something.' })
export class NotificationAdded {
  @Field(() => ID, { description: RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;
}

@ObjectType({ description: 'An alert of the viewer was opened, acknowledged or resolved.' })
export class AlertChanged {
  @Field(() => ID, { description: RESUMABLE })
  eventId: string;

  @Field(() => DateTime, { description: OCCURRED })
  occurredAt: Date;
}
