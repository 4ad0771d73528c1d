// Posts, what people say about them and who likes them, and who follows whom.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Comment } from '../../domain/comment.js';
import { Follow, FollowCounts } from '../../domain/follow.js';
import { Like } from '../../domain/like.js';
import { Post } from '../../domain/post.js';

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };

export const postSchema = schemaFor(Post, {
  authorId: text,
  body: text,
  mediaIds: { type: [String], required: true },
  createdAt: date,
  editedAt: { type: Date, default: null },
  version: number,
  place: number,
  likeCount: number,
  commentCount: number,
  commentPlaces: number,
});
postSchema.index({ place: 1 }, { unique: true });
postSchema.index({ place: -1, _id: -1 });
postSchema.index({ authorId: 1, place: -1, _id: -1 });
postSchema.index({ createdAt: 1 });

export const commentSchema = schemaFor(Comment, {
  postId: text,
  authorId: text,
  body: { type: String, default: '' },
  parentId: { type: String, default: null },
  isDeleted: { type: Boolean, required: true },
  createdAt: date,
  place: number,
  replyCount: number,
});
commentSchema.index({ postId: 1, place: 1 }, { unique: true });
commentSchema.index({ postId: 1, parentId: 1, place: 1, _id: 1 });
commentSchema.index({ parentId: 1, place: 1, _id: 1 });

export const likeSchema = schemaFor(Like, { postId: text, userId: text, likedAt: date });
// Says again what the id says: whatever writes here, nobody counts twice.
likeSchema.index({ postId: 1, userId: 1 }, { unique: true });

export const followSchema = schemaFor(Follow, { followerId: text, followedId: text, followedAt: date });
followSchema.index({ followerId: 1, followedId: 1 }, { unique: true });
followSchema.index({ followedId: 1 });

export const followCountsSchema = schemaFor(FollowCounts, { followers: number, following: number });
