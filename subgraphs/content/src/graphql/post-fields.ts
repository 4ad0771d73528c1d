// Fields of posts and comments that are loaded.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import type { Attachment } from '@mosaic/schema/types/attachment';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { placeKey } from '../data/readers/read-posts.js';
import { Comment } from '../domain/comment.js';
import { Post } from '../domain/post.js';
import { User } from '../domain/user.js';
import { attach } from './attach.js';
import { connect } from './connect.js';
import { askerOf, type ContentContext } from './context.js';
import { AttachmentType } from './types/attachment-type.js';
import { CommentConnection } from './types/post-types.js';

const commentsOn = (context: ContentContext, postId: string, parentId: string | null, page: ConnectionArgs) => {
  const asker = askerOf(context);
  const { read, seal } = context.rooms;
  const list = `comments ${postId} ${parentId ?? ''}`;
  return connect(seal, asker, list, page, placeKey, (at) =>
    // First pages are asked for by the dozen, under each post of a list: those are read together.
    at.direction === 'forward' && !at.after && !at.before
      ? context.load.firstComments.load({ postId, parentId, limit: at.size + 1 })
      : read.commentsOn(asker, postId, parentId, at),
  );
};

@Resolver(() => Post)
export class PostFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who said it.' })
  author(@Root() { authorId }: Post): User {
    return new User(authorId);
  }

  @FieldResolver(() => [AttachmentType], { description: 'What hangs on it: at most 10, in their order.' })
  attachments(@Root() { authorId, mediaIds }: Post, @Ctx() context: ContentContext): Attachment[] {
    return attach(context, authorId, mediaIds);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer likes it.' })
  async viewerHasLiked(@Root() { id }: Post, @Ctx() { load }: ContentContext): Promise<boolean> {
    return (await load.liked.load(id)) ?? false;
  }

  @FieldResolver(() => CommentConnection, { description: 'What was said about it, the oldest first, without answers.' })
  comments(
    @Root() { id }: Post,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Comment>> {
    return commentsOn(context, id, null, page);
  }
}

@Resolver(() => Comment)
export class CommentFields {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was said: 1 to 4000 characters of plain text; null when its author took it back.',
  })
  body(@Root() { body, isDeleted }: Comment): string | null {
    return isDeleted ? null : body;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who said it; null when they took it back.' })
  author(@Root() { authorId, isDeleted }: Comment): User | null {
    return isDeleted ? null : new User(authorId);
  }

  @FieldResolver(() => Post, { nullable: true, description: 'What it is about.' })
  post(@Root() { postId }: Comment, @Ctx() { load }: ContentContext): Promise<Post | null> {
    return load.post.load(postId);
  }

  @FieldResolver(() => Comment, { nullable: true, description: 'The comment it answers; null when it answers none.' })
  async parent(@Root() { parentId }: Comment, @Ctx() { load }: ContentContext): Promise<Comment | null> {
    return parentId && load.comment.load(parentId);
  }

  @FieldResolver(() => CommentConnection, { description: 'What answers it, the oldest first.' })
  replies(
    @Root() { id, postId }: Comment,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Comment>> {
    return commentsOn(context, postId, id, page);
  }
}
