// Fields of rooms, members and messages that are loaded. Whoever holds a Room here got it through a reader that checked.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { eventIdOf } from '../data/live/follow-for.js';
import { messageKey } from '../data/readers/read-messages.js';
import { memberKey } from '../data/readers/read-rooms.js';
import { Message } from '../domain/message.js';
import { Room } from '../domain/room.js';
import { RoomMember } from '../domain/room-member.js';
import { roomTopic } from '../domain/topics.js';
import { User } from '../domain/user.js';
import { connect } from './connect.js';
import { askerOf, type ContentContext } from './context.js';
import { pageAround } from './page-around.js';
import { MessageConnection, RoomMemberConnection } from './types/room-types.js';

@ArgsType()
class MessagesArgs extends ConnectionArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'A message to put in the middle of a page of `first` messages; not together with cursors.',
  })
  around?: string | null;
}

@Resolver(() => Room)
export class RoomFields {
  @FieldResolver(() => RoomMemberConnection, { description: 'Who is in it, in the order in which they came.' })
  members(
    @Root() room: Room,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<RoomMember>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, `members ${room.id}`, page, memberKey, (at) => read.membersOf(asker, room, at));
  }

  @FieldResolver(() => MessageConnection, { description: 'What was said, the oldest first; `last: 50` is the newest.' })
  messages(
    @Root() room: Room,
    @Args(() => MessagesArgs) { around, ...page }: MessagesArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Message>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    const list = `messages ${room.id}`;
    if (around != null) return pageAround(context, room, list, page, around);
    return connect(seal, asker, list, page, messageKey, (at) => read.messagesIn(asker, room, at));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many messages of others came after the viewer’s read marker; null when the viewer is out of the room.',
  })
  unreadCount(@Root() { id }: Room, @Ctx() { load }: ContentContext): Promise<number | null> {
    return load.unreadCount.load(id);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The `seq` up to which the viewer has read.' })
  async viewerReadMarker(@Root() { id }: Room, @Ctx() { load }: ContentContext): Promise<number | null> {
    return (await load.membership.load(id))?.readUpTo ?? null;
  }

  @FieldResolver(() => ID, {
    description:
      'Where the room stands: subscribe to `messageAdded` after it to hear all that comes later, and only that.',
  })
  latestEventId(@Root() { id, seq }: Room, @Ctx() context: ContentContext): string {
    // The position is the one this room was loaded with: what is read after it may be heard again, but is not missed.
    return eventIdOf({ seal: context.rooms.seal, topic: roomTopic(id), viewerId: askerOf(context).id }, seq);
  }

  @FieldResolver(() => Message, { nullable: true, description: 'The newest message; null when nothing was said yet.' })
  lastMessage(@Root() room: Room, @Ctx() { load }: ContentContext): Promise<Message | null> {
    return load.lastMessage.load(room);
  }
}

@Resolver(() => RoomMember)
export class RoomMemberFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who.' })
  user(@Root() { userId }: RoomMember): User {
    return new User(userId);
  }
}
