// Saying something about a medium, and taking it back.
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { mediaCommentAdded } from '@mosaic/schema/events/media';
import type { Asker } from '../data/asker.js';
import { BODY, MediaComment } from '../domain/media-comment.js';
import { refuse } from '../domain/refusals.js';
import { mediaByGrant } from './open-grant.js';
import type { Rooms } from './rooms.js';

export interface AddMediaComment {
  readonly idempotencyKey: string;
  readonly mediaId: string;
  readonly body: string;
  /** Of the attachment by which the asker sees the medium, when they see it in no other way. */
  readonly grant?: string | null;
}

/** Refuses NOT_FOUND for a medium the asker does not see, BAD_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function addMediaComment(
  rooms: Rooms,
  asker: Asker,
  { idempotencyKey: key, mediaId, grant, ...input }: AddMediaComment,
): Promise<MediaComment | Refusal> {
  const body = cleanText(input.body, BODY);
  if (isRefusal(body)) return body.at('body');
  const [seen] = await rooms.read.mediaFor(asker, [mediaId]);
  const medium = seen ?? (grant == null ? null : await mediaByGrant(rooms, asker, grant));
  if (medium?.id !== mediaId) return refuse('NOT_FOUND').at('mediaId');
  const id = await rooms.transact(`comments on ${mediaId}`, (unit) =>
    unit.once(
      { actor: asker.id, operation: 'addMediaComment', key, input: { mediaId, body }, now: unit.now },
      async () => {
        const commentId = rooms.mintId('MediaComment');
        const facts = { id: commentId, mediaId, authorId: asker.id, body, createdAt: unit.now };
        if (!(await unit.media.comment(Object.assign(new MediaComment(), facts))))
          return refuse('NOT_FOUND').at('mediaId');
        const told = { mediaId, ownerId: medium.ownerId, commentId, authorId: asker.id };
        await unit.announce(announce(mediaCommentAdded, mediaId, told, unit.now));
        return commentId;
      },
    ),
  );
  if (isRefusal(id)) return id;
  const [comment] = await rooms.read.systemComments(asker, [id]);
  return comment ?? refuse('NOT_FOUND');
}

/** For its author and for the owner of the medium. Answers the id. Refuses NOT_FOUND to everybody else. */
export const deleteMediaComment = (rooms: Rooms, asker: Asker, { commentId }: { readonly commentId: string }) =>
  rooms.transact(`comment ${commentId}`, async (unit): Promise<string | Refusal> => {
    const comment = await unit.media.findComment(commentId);
    const isTheirs = comment && [comment.authorId, await unit.media.ownerOf(comment.mediaId)].includes(asker.id);
    if (!comment || !isTheirs) return refuse('NOT_FOUND').at('commentId');
    await unit.media.removeComment(comment);
    return comment.id;
  });
