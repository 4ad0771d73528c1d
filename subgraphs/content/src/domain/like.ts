// A like: one person likes one post. Its id makes "once" true.
import type { Id } from '@mosaic/kernel/values/ids';

export class Like {
  /** `<post id> <user id>`. */
  id: string;
  postId: Id<'Post'>;
  userId: Id<'User'>;
  likedAt: Date;
}

export const likeId = (postId: string, userId: string): string => `${postId} ${userId}`;
