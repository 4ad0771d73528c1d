// The media that hang on what somebody says. Whether they exist and are the author's is for media to know.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { type Id, isIdOf } from '@mosaic/kernel/values/ids';
import { refuse } from './refusals.js';

const MOST_ATTACHED = 10;

/** Without repetitions, in the order given. Refuses BAD_INPUT and TOO_MANY, pointing at mediaIds. */
export function readMediaIds(given: readonly string[] | null | undefined): Id<'Media'>[] | Refusal {
  const ids = [...new Set(given ?? [])];
  const media = ids.filter((id) => isIdOf('Media', id));
  if (media.length < ids.length)
    return refuse('BAD_INPUT', { reason: 'each must be the id of a medium' }).at('mediaIds');
  if (media.length > MOST_ATTACHED) return refuse('TOO_MANY', { limit: MOST_ATTACHED }).at('mediaIds');
  return media;
}
