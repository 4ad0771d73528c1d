// The picture that stands for the asker everywhere.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import type { Media } from '../domain/media.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

/** Setting the same one again changes nothing. Refuses NOT_FOUND, and NOT_A_PICTURE for what was uploaded for something else. */
export function setAvatar(rooms: Rooms, asker: Asker, { mediaId }: { readonly mediaId: string }) {
  return rooms.transact(`media of ${asker.id}`, async (unit): Promise<Media | Refusal> => {
    const medium = await unit.media.own(asker, mediaId);
    if (!medium) return refuse('NOT_FOUND').at('mediaId');
    if (medium.purpose !== 'AVATAR') return refuse('NOT_A_PICTURE').at('mediaId');
    await unit.media.setAvatar(asker, medium.id);
    return medium;
  });
}
