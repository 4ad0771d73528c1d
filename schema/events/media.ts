// What the media subgraph tells the others.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

/** Somebody said something about somebody's picture. Key: the medium's id. */
export const mediaCommentAdded = defineEvent(
  'MediaCommentAdded',
  1,
  z.object({ mediaId: z.string(), ownerId: z.string(), commentId: z.string(), authorId: z.string() }),
);
