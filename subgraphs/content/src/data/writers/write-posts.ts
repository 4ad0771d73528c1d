// Writes of posts and their likes. Every change of a post's counters is in the transaction of the row it counts, and
// locks the post: two transactions on one post conflict, and the later one starts again.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { Id } from '@mosaic/kernel/values/ids';
import type { ClientSession } from 'mongoose';
import { likeId } from '../../domain/like.js';
import { Post } from '../../domain/post.js';
import { POST_PLACES } from '../../domain/topics.js';
import type { Collections } from '../records/collections.js';

export function writePosts({ posts, comments, likes, topics }: Collections, session: ClientSession, now: Date) {
  const change = async (filter: object, update: object): Promise<Post | null> => {
    const found = await posts
      .findOneAndUpdate(filter, update, { session, returnDocument: 'after' })
      .lean<Stored<Post>>();
    return found && hydrate(Post, found);
  };

  const find = async (id: string): Promise<Post | null> => {
    const found = await posts.findOne({ _id: id }, {}, { session }).lean<Stored<Post>>();
    return found && hydrate(Post, found);
  };

  return {
    /** The next place among all posts; nobody else gets one before this transaction is over. */
    async takePlace(): Promise<number> {
      const counter = await topics
        .findOneAndUpdate(
          { _id: POST_PLACES },
          { $inc: { seq: 1 } },
          { session, upsert: true, returnDocument: 'after' },
        )
        .lean();
      if (!counter) throw new Error('an upsert answered nothing');
      return counter.seq;
    },

    async add(post: Post): Promise<void> {
      await posts.insertMany([toStored(post)], { session, lean: true });
    },

    find,

    /** Writes only over the version the decision was made on; null when there is another now. */
    edit: ({ id, version }: Post, changes: Partial<Pick<Post, 'body' | 'mediaIds'>>) =>
      change({ _id: id, version }, { ...changes, editedAt: now, $inc: { version: 1 } }),

    /** With everything that hangs on it. */
    async remove({ id }: Post): Promise<void> {
      await posts.deleteOne({ _id: id }, { session });
      await comments.deleteMany({ postId: id }, { session });
      await likes.deleteMany({ postId: id }, { session });
    },

    /** The post with the like there (or gone); null when there is no such post. */
    async setLike(postId: string, userId: Id<'User'>, isLiked: boolean): Promise<Post | null> {
      const _id = likeId(postId, userId);
      // Whether the row changed decides whether the counter does. A concurrent twin gets a WriteConflict and starts again.
      const isChanged = isLiked
        ? (
            await likes.updateOne(
              { _id },
              { $setOnInsert: { postId, userId, likedAt: now } },
              { upsert: true, session },
            )
          ).upsertedCount === 1
        : (await likes.deleteOne({ _id }, { session })).deletedCount === 1;
      return isChanged ? change({ _id: postId }, { $inc: { likeCount: isLiked ? 1 : -1 } }) : find(postId);
    },

    /** The post, locked, with the place of its next comment taken; null when there is none. */
    takeForComment: (postId: string) => change({ _id: postId }, { $inc: { commentPlaces: 1, commentCount: 1 } }),

    /** One comment fewer; locks the post. */
    forgetComment: (postId: string) => change({ _id: postId }, { $inc: { commentCount: -1 } }),
  };
}
