// What every change of an album is: its owner takes it, so that changes follow each other, and writes what it becomes.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Album } from '../domain/album.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

type Change = Partial<Pick<Album, 'title' | 'mediaIds' | 'userIds' | 'eventIds'>>;

/** Refuses NOT_FOUND when the album is not the asker's, and what `decide` refuses. */
export async function changeAlbum(
  rooms: Rooms,
  asker: Asker,
  albumId: string,
  decide: (album: Album, unit: Unit) => Promise<Change | Refusal> | Change | Refusal,
): Promise<Album | Refusal> {
  const changed = await rooms.transact(`album ${albumId}`, async (unit) => {
    const album = await unit.albums.takeOwn(asker, albumId);
    if (!album) return refuse('NOT_FOUND').at('albumId');
    const change = await decide(album, unit);
    if (isRefusal(change)) return change;
    await unit.albums.change(album, change);
    return album.id;
  });
  return isRefusal(changed) ? changed : reloadAlbum(rooms, asker, changed);
}

/** The album as it is now. Refuses NOT_FOUND. */
export async function reloadAlbum({ read }: Rooms, asker: Asker, albumId: string): Promise<Album | Refusal> {
  const [album] = await read.albumsFor(asker, [albumId]);
  return album ?? refuse('NOT_FOUND');
}
