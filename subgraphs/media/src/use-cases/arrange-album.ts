// What is in an album and in which order: its owner's own media, each once.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Asker } from '../data/asker.js';
import { type Album, MOST_ITEMS, TITLE } from '../domain/album.js';
import { refuse } from '../domain/refusals.js';
import { changeAlbum } from './change-album.js';
import type { Rooms } from './rooms.js';

export interface AlbumAndMedia {
  readonly albumId: string;
  readonly mediaId: string;
}

/** Refuses NOT_FOUND, BAD_INPUT. */
export async function updateAlbum(
  rooms: Rooms,
  asker: Asker,
  { albumId, ...input }: { readonly albumId: string; readonly title: string },
): Promise<Album | Refusal> {
  const title = cleanText(input.title, TITLE);
  return isRefusal(title) ? title.at('title') : changeAlbum(rooms, asker, albumId, () => ({ title }));
}

/** Puts a medium at the end; one that is there already stays where it is. Refuses NOT_FOUND, TOO_MANY. */
export const addToAlbum = (rooms: Rooms, asker: Asker, { albumId, mediaId }: AlbumAndMedia) =>
  changeAlbum(rooms, asker, albumId, async ({ mediaIds }, unit) => {
    if (!(await unit.media.own(asker, mediaId))) return refuse('NOT_FOUND').at('mediaId');
    if (mediaIds.includes(mediaId)) return {};
    if (mediaIds.length >= MOST_ITEMS) return refuse('TOO_MANY', { limit: MOST_ITEMS }).at('mediaId');
    return { mediaIds: [...mediaIds, mediaId] };
  });

/** Takes a medium out; one that is not there changes nothing. Refuses NOT_FOUND for the album. */
export const removeFromAlbum = (rooms: Rooms, asker: Asker, { albumId, mediaId }: AlbumAndMedia) =>
  changeAlbum(rooms, asker, albumId, ({ mediaIds }) => ({ mediaIds: mediaIds.filter((id) => id !== mediaId) }));

/**
 * The whole order at once. Refuses CONFLICT when these are not exactly the album's media: something was added or removed
 * meanwhile, and an order without it would lose it.
 */
export const reorderAlbum = (
  rooms: Rooms,
  asker: Asker,
  { albumId, mediaIds }: { readonly albumId: string; readonly mediaIds: readonly string[] },
) =>
  changeAlbum(rooms, asker, albumId, (album) => {
    const [given, present] = [new Set(mediaIds), new Set<string>(album.mediaIds)];
    const isSame =
      given.size === mediaIds.length && given.size === present.size && mediaIds.every((id) => present.has(id));
    return isSame ? { mediaIds: [...mediaIds] } : refuse('CONFLICT').at('mediaIds');
  });
