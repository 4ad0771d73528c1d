// Says something about a post, or answers such a comment. Safe to retry with the same key.
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { commentAdded } from '@mosaic/schema/events/content';
import type { Asker } from '../data/asker.js';
import { COMMENT_BODY, Comment } from '../domain/comment.js';
import { refuse } from '../domain/refusals.js';
import { postTurn } from './change-post.js';
import type { Rooms } from './rooms.js';

export interface AddComment {
  readonly idempotencyKey: string;
  readonly postId: string;
  readonly body: string;
  /** The comment it answers. */
  readonly parentId?: string | null | undefined;
}

/** Refuses NOT_FOUND, BAD_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function addComment(rooms: Rooms, asker: Asker, input: AddComment): Promise<Comment | Refusal> {
  const body = cleanText(input.body, COMMENT_BODY);
  if (isRefusal(body)) return body.at('body');
  const { postId, parentId = null } = input;
  const commentId = await rooms.transact(postTurn(postId), (unit) => {
    const { now } = unit;
    const key = { actor: asker.id, operation: 'addComment', key: input.idempotencyKey };
    return unit.once({ ...key, input: { postId, body, parentId }, now }, async () => {
      const post = await unit.posts.takeForComment(postId);
      if (!post) return refuse('NOT_FOUND');
      const parent = parentId === null ? null : await unit.comments.find(parentId);
      if (parentId !== null && (parent?.postId !== post.id || parent.isDeleted))
        return refuse('NOT_FOUND').at('parentId');
      if (parent?.parentId) return refuse('BAD_INPUT', { reason: 'answer the comment that began it' }).at('parentId');
      const comment: Comment = Object.assign(new Comment(), {
        id: rooms.mintId('Comment'),
        postId: post.id,
        authorId: asker.id,
        body,
        parentId: parent?.id ?? null,
        isDeleted: false,
        createdAt: now,
        place: post.commentPlaces,
        replyCount: 0,
      });
      await unit.comments.add(comment);
      const people = { authorId: asker.id, postAuthorId: post.authorId, parentAuthorId: parent?.authorId ?? null };
      await unit.announce(announce(commentAdded, post.id, { postId, commentId: comment.id, ...people }, now));
      return comment.id;
    });
  });
  if (isRefusal(commentId)) return commentId;
  const [comment] = await rooms.read.commentsById(asker, [commentId]);
  return comment ?? refuse('NOT_FOUND');
}
