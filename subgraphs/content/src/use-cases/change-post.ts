// An author changes a post of theirs, or takes it back.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Id } from '@mosaic/kernel/values/ids';
import type { Asker } from '../data/asker.js';
import type { Unit } from '../data/unit-of-work.js';
import { readMediaIds } from '../domain/media-ids.js';
import { POST_BODY, type Post } from '../domain/post.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

export interface EditPost {
  readonly postId: string;
  /** The version the author looked at. */
  readonly expectedVersion: number;
  readonly body: string;
  /** Absent or null leaves what hangs on it. */
  readonly mediaIds?: readonly string[] | null | undefined;
}

export const postTurn = (postId: string): string => `post ${postId}`;

const ownPost = async (unit: Unit, asker: Asker, postId: string): Promise<Post | Refusal> => {
  const post = await unit.posts.find(postId);
  return post?.authorId === asker.id ? post : refuse('NOT_FOUND');
};

/** Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, and CONFLICT when it is another version by now. */
export async function editPost(rooms: Rooms, asker: Asker, input: EditPost): Promise<Post | Refusal> {
  const body = cleanText(input.body, POST_BODY);
  if (isRefusal(body)) return body.at('body');
  const mediaIds = readMediaIds(input.mediaIds);
  if (isRefusal(mediaIds)) return mediaIds;
  return rooms.transact(postTurn(input.postId), async (unit) => {
    const post = await ownPost(unit, asker, input.postId);
    if (isRefusal(post)) return post;
    if (post.version !== input.expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    const edited = await unit.posts.edit(post, { body, ...(input.mediaIds && { mediaIds }) });
    return edited ?? refuse('CONFLICT').at('expectedVersion');
  });
}

/** Takes a post back with all that hangs on it: the id. Refuses NOT_FOUND, also the second time. */
export function deletePost(
  rooms: Rooms,
  asker: Asker,
  { postId }: { readonly postId: string },
): Promise<Id<'Post'> | Refusal> {
  return rooms.transact(postTurn(postId), async (unit) => {
    const post = await ownPost(unit, asker, postId);
    if (isRefusal(post)) return post;
    await unit.posts.remove(post);
    return post.id;
  });
}
