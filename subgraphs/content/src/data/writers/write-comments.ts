// Writes of comments, under the lock of their post.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { Comment } from '../../domain/comment.js';
import type { Collections } from '../records/collections.js';

export function writeComments({ comments }: Collections, session: ClientSession) {
  return {
    async find(id: string): Promise<Comment | null> {
      const found = await comments.findOne({ _id: id }, {}, { session }).lean<Stored<Comment>>();
      return found && hydrate(Comment, found);
    },

    async add(comment: Comment): Promise<void> {
      await comments.insertMany([toStored(comment)], { session, lean: true });
      if (comment.parentId)
        await comments.updateOne({ _id: comment.parentId }, { $inc: { replyCount: 1 } }, { session });
    },

    /** What was answered becomes a tombstone, anything else goes. A tombstone goes with its last answer. */
    async remove({ id, parentId, replyCount }: Comment): Promise<void> {
      if (replyCount > 0) {
        await comments.updateOne({ _id: id }, { isDeleted: true, body: '' }, { session });
        return;
      }
      await comments.deleteOne({ _id: id }, { session });
      if (!parentId) return;
      await comments.updateOne({ _id: parentId }, { $inc: { replyCount: -1 } }, { session });
      await comments.deleteOne({ _id: parentId, isDeleted: true, replyCount: 0 }, { session });
    },
  };
}
