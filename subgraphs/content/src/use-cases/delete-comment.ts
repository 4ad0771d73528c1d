// An author takes a comment of theirs back. What was answered stays as a tombstone, for the answers' sake.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import { postTurn } from './change-post.js';
import type { Rooms } from './rooms.js';

/** The id of the comment. Refuses NOT_FOUND, also the second time. */
export async function deleteComment(
  rooms: Rooms,
  asker: Asker,
  { commentId }: { readonly commentId: string },
): Promise<Id<'Comment'> | Refusal> {
  const [known] = await rooms.read.commentsById(asker, [commentId]);
  if (!known) return refuse('NOT_FOUND');
  return rooms.transact(postTurn(known.postId), async (unit) => {
    // Locks the post first, so that no answer arrives between the look at the comment and its end.
    await unit.posts.forgetComment(known.postId);
    const comment = await unit.comments.find(commentId);
    if (comment?.authorId !== asker.id || comment.isDeleted) return refuse('NOT_FOUND');
    await unit.comments.remove(comment);
    return comment.id;
  });
}
