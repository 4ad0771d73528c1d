// Ends an album; the media in it stay.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

/** Answers the id. Refuses NOT_FOUND, also the second time. */
export const deleteAlbum = (rooms: Rooms, asker: Asker, { albumId }: { readonly albumId: string }) =>
  rooms.transact(`album ${albumId}`, async (unit): Promise<string | Refusal> => {
    const album = await unit.albums.takeOwn(asker, albumId);
    if (!album) return refuse('NOT_FOUND').at('albumId');
    await unit.albums.remove(album);
    return album.id;
  });
