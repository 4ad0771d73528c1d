// A comment on a post, or an answer to one: one level. Who was answered may delete their words, but not the answers.
import type { Id } from '@mosaic/kernel/values/ids';

export const COMMENT_BODY = { longest: 4_000, lines: 'many' } as const;

export class Comment {
  id: Id<'Comment'>;
  postId: Id<'Post'>;
  authorId: Id<'User'>;
  body: string;
  /** The comment it answers; null for one on the post itself. */
  parentId: Id<'Comment'> | null;
  /** A tombstone: its words are gone, its answers stay. */
  isDeleted: boolean;
  createdAt: Date;
  /** The nth comment of its post, taken with the post's lock. */
  place: number;
  /** How many answers stand under it. */
  replyCount: number;
}
