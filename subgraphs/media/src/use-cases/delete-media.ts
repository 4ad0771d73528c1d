// Takes back a medium: whatever it hangs on shows nothing in its place from now on.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

/** Answers the id. Refuses NOT_FOUND, also the second time. */
export async function deleteMedia(
  rooms: Rooms,
  asker: Asker,
  { mediaId }: { readonly mediaId: string },
): Promise<string | Refusal> {
  const removed = await rooms.transact(`media of ${asker.id}`, async (unit) => {
    const medium = await unit.media.remove(asker, mediaId);
    if (!medium) return refuse('NOT_FOUND').at('mediaId');
    await unit.uploads.giveBack(asker.id, medium.byteLength);
    return medium;
  });
  if (isRefusal(removed)) return removed;
  await rooms.files.discard(removed.files.map(({ fileId }) => fileId));
  return removed.id;
}
