// The asker likes a post, or does not any more. Saying what is so already changes nothing.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import type { Post } from '../domain/post.js';
import { refuse } from '../domain/refusals.js';
import { postTurn } from './change-post.js';
import type { Rooms } from './rooms.js';

export interface WhichPost {
  readonly postId: string;
}

const setLike =
  (isLiked: boolean) =>
  (rooms: Rooms, asker: Asker, { postId }: WhichPost): Promise<Post | Refusal> =>
    rooms.transact(
      postTurn(postId),
      async (unit) => (await unit.posts.setLike(postId, asker.id, isLiked)) ?? refuse('NOT_FOUND'),
    );

/** The post, as it is now. Refuses NOT_FOUND. */
export const likePost = setLike(true);

/** The post, as it is now. Refuses NOT_FOUND. */
export const unlikePost = setLike(false);
