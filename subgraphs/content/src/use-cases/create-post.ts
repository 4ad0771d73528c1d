// Tells everybody who is signed in something. Safe to retry with the same key.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Asker } from '../data/asker.js';
import { readMediaIds } from '../domain/media-ids.js';
import { POST_BODY, Post } from '../domain/post.js';
import { refuse } from '../domain/refusals.js';
import { POST_PLACES } from '../domain/topics.js';
import type { Rooms } from './rooms.js';

export interface CreatePost {
  readonly idempotencyKey: string;
  readonly body: string;
  readonly mediaIds?: readonly string[] | null | undefined;
}

/** Refuses BAD_INPUT, TOO_MANY (media), IDEMPOTENCY_KEY_REUSED; NOT_FOUND when the post of that key was deleted since. */
export async function createPost(rooms: Rooms, asker: Asker, input: CreatePost): Promise<Post | Refusal> {
  const body = cleanText(input.body, POST_BODY);
  if (isRefusal(body)) return body.at('body');
  const mediaIds = readMediaIds(input.mediaIds);
  if (isRefusal(mediaIds)) return mediaIds;
  const postId = await rooms.transact(POST_PLACES, (unit) => {
    const { now } = unit;
    const key = { actor: asker.id, operation: 'createPost', key: input.idempotencyKey };
    return unit.once({ ...key, input: { body, mediaIds }, now }, async () => {
      const post: Post = Object.assign(new Post(), {
        id: rooms.mintId('Post'),
        authorId: asker.id,
        body,
        mediaIds,
        createdAt: now,
        editedAt: null,
        version: 1,
        place: await unit.posts.takePlace(),
        likeCount: 0,
        commentCount: 0,
        commentPlaces: 0,
      });
      await unit.posts.add(post);
      return post.id;
    });
  });
  if (isRefusal(postId)) return postId;
  const [post] = await rooms.read.postsById(asker, [postId]);
  return post ?? refuse('NOT_FOUND');
}
