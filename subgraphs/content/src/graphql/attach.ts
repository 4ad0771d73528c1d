// What hangs on something of ours: our word to media that the asker, who sees the something, may see that too.
import { Attachment } from '@mosaic/schema/types/attachment';
import type { ContentContext } from './context.js';

/** `authorId` is who hung it there: media counts the word only for what is theirs. */
export const attach = (
  { asker, rooms: { clock, grants } }: ContentContext,
  authorId: string,
  mediaIds: readonly string[],
): Attachment[] =>
  mediaIds.map((thing) => new Attachment(grants.seal({ thing, by: authorId, to: asker?.id ?? null }, clock.now())));
