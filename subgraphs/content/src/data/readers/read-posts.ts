// Reads of posts, comments and likes: for everybody who is signed in, by place.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import { Comment } from '../../domain/comment.js';
import { likeId } from '../../domain/like.js';
import { Post } from '../../domain/post.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const LATEST_FIRST = { by: 'place', way: -1, isDate: false } as const;
const OLDEST_FIRST = { by: 'place', way: 1, isDate: false } as const;

/** Of posts and of comments. */
export const placeKey = ({ place, id }: Post | Comment): CursorKey => [place, id];

/** Where comments stand: under a post itself, or under one of its comments. */
export interface CommentPlace {
  readonly postId: string;
  readonly parentId: string | null;
}

/** The id of what the comments are about. */
export const placeName = ({ postId, parentId }: CommentPlace): string => parentId ?? postId;

export function readPosts({ posts, comments, likes, follows }: Collections) {
  const toPost = (record: Stored<Post>) => hydrate(Post, record);
  const toComment = (record: Stored<Comment>) => hydrate(Comment, record);

  return {
    async postsById(asker: Asker, ids: readonly string[]): Promise<Post[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      return (await posts.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Post>[]>()).map(toPost);
    },

    /** Of one author, or of everybody; the latest first. */
    async postsBy(asker: Asker, authorId: string | null, page: Page): Promise<Post[]> {
      const filter = authorId === null ? {} : { authorId };
      return (await keysetPage(posts, filter, LATEST_FIRST, page, budgetOf(asker))).map(toPost);
    },

    /** Of those the asker follows, and their own; the latest first. */
    async feedOf(asker: Asker, page: Page): Promise<Post[]> {
      const followed = await follows
        .find({ followerId: asker.id }, { followedId: 1 })
        .maxTimeMS(budgetOf(asker))
        .lean();
      const authors = [asker.id, ...followed.map(({ followedId }) => followedId)];
      const filter = { authorId: trusted({ $in: authors }) };
      return (await keysetPage(posts, filter, LATEST_FIRST, page, budgetOf(asker))).map(toPost);
    },

    /** Those of the posts that the asker likes. */
    async likedBy(asker: Asker, postIds: readonly string[]): Promise<Map<string, true>> {
      const own = postIds.map((postId) => likeId(postId, asker.id));
      const found = await likes
        .find({ _id: trusted({ $in: own }) }, { postId: 1 })
        .maxTimeMS(budgetOf(asker))
        .lean();
      return new Map(found.map(({ postId }) => [postId, true]));
    },

    async commentsById(asker: Asker, ids: readonly string[]): Promise<Comment[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      return (await comments.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Comment>[]>()).map(toComment);
    },

    /** The first `limit` comments in each place, by `placeName`: one question for posts and one for comments, however many. */
    async firstCommentsIn(
      asker: Asker,
      places: readonly CommentPlace[],
      limit: number,
    ): Promise<Map<string, Comment[]>> {
      const first = async (
        parents: typeof posts | typeof comments,
        ids: string[],
        foreignField: string,
        more: object,
      ) => {
        if (ids.length === 0) return [];
        const pipeline = [{ $match: more }, { $sort: { place: 1 as const } }, { $limit: limit }];
        const lookup = { from: 'comments', localField: '_id', foreignField, pipeline, as: 'found' };
        return (parents as typeof posts)
          .aggregate<{ _id: string; found: Stored<Comment>[] }>([
            { $match: { _id: { $in: ids } } },
            { $project: { _id: 1 } },
            { $lookup: lookup },
          ])
          .option({ maxTimeMS: budgetOf(asker) });
      };
      const answered = places.flatMap(({ parentId }) => parentId ?? []);
      const commented = places.filter(({ parentId }) => parentId === null).map(({ postId }) => postId);
      const found = await Promise.all([
        first(posts, commented, 'postId', { parentId: null }),
        first(comments, answered, 'parentId', {}),
      ]);
      return new Map(found.flat().map(({ _id, found: rows }) => [_id, rows.map(toComment)]));
    },

    /** On the post itself, or in answer to one of its comments; the oldest first. */
    async commentsOn(asker: Asker, postId: string, parentId: string | null, page: Page): Promise<Comment[]> {
      const found = await keysetPage(comments, { postId, parentId }, OLDEST_FIRST, page, budgetOf(asker));
      return found.map(toComment);
    },
  };
}
