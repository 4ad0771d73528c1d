// Fields of messages that are loaded. Whoever holds a Message here got it through a reader that checked its room.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import type { Attachment } from '@mosaic/schema/types/attachment';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { messageKey } from '../data/readers/read-messages.js';
import { memberKey } from '../data/readers/read-rooms.js';
import { Message } from '../domain/message.js';
import { ReactionCount } from '../domain/reaction.js';
import { Room } from '../domain/room.js';
import type { RoomMember } from '../domain/room-member.js';
import { User } from '../domain/user.js';
import { attach } from './attach.js';
import { connect } from './connect.js';
import { askerOf, type ContentContext } from './context.js';
import { AttachmentType } from './types/attachment-type.js';
import { MessageConnection, RoomMemberConnection } from './types/room-types.js';

@Resolver(() => Message)
export class MessageFields {
  @FieldResolver(() => Room, { nullable: true, description: 'Where it was said.' })
  room(@Root() { roomId }: Message, @Ctx() { load }: ContentContext): Promise<Room | null> {
    return load.room.load(roomId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who said it.' })
  author(@Root() { authorId }: Message): User {
    return new User(authorId);
  }

  @FieldResolver(() => [AttachmentType], { description: 'What hangs on it: at most 10, in their order.' })
  attachments(@Root() { authorId, mediaIds }: Message, @Ctx() context: ContentContext): Attachment[] {
    return attach(context, authorId, mediaIds);
  }

  @FieldResolver(() => [ReactionCount], {
    description: 'The different emoji people put on it: at most 50, the first to come first.',
  })
  reactions(@Root() { id }: Message, @Ctx() { load }: ContentContext): Promise<ReactionCount[]> {
    return load.reactions.load(id);
  }

  @FieldResolver(() => Message, { nullable: true, description: 'The message it answers; null when it answers none.' })
  async parent(@Root() { parentId }: Message, @Ctx() { load }: ContentContext): Promise<Message | null> {
    return parentId && load.message.load(parentId);
  }

  @FieldResolver(() => Int, { description: 'How many messages answer it.' })
  async replyCount(@Root() { id }: Message, @Ctx() { load }: ContentContext): Promise<number> {
    return (await load.replyCount.load(id)) ?? 0;
  }

  @FieldResolver(() => MessageConnection, {
    description: 'What answers it, the oldest first. Replies stand among the messages of the room, too.',
  })
  replies(
    @Root() message: Message,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Message>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, `replies ${message.id}`, page, messageKey, (at) => read.repliesTo(asker, message, at));
  }

  @FieldResolver(() => RoomMemberConnection, {
    nullable: true,
    description: 'Members other than the author who have read it.',
  })
  async readBy(
    @Root() message: Message,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<RoomMember> | null> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    const room = await context.load.room.load(message.roomId);
    if (!room) return null;
    const list = `readers ${message.id}`;
    return connect(seal, asker, list, page, memberKey, (at) => read.readersOf(asker, room, message, at));
  }
}
