// Starts an album of the asker's own.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Asker } from '../data/asker.js';
import { Album, MOST_ALBUMS, TITLE } from '../domain/album.js';
import { refuse } from '../domain/refusals.js';
import { reloadAlbum } from './change-album.js';
import type { Rooms } from './rooms.js';

export interface CreateAlbum {
  readonly idempotencyKey: string;
  readonly title: string;
}

/** Refuses BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED. */
export async function createAlbum(
  rooms: Rooms,
  asker: Asker,
  { idempotencyKey: key, ...input }: CreateAlbum,
): Promise<Album | Refusal> {
  const title = cleanText(input.title, TITLE);
  if (isRefusal(title)) return title.at('title');
  const id = await rooms.transact(`albums of ${asker.id}`, (unit) =>
    unit.once({ actor: asker.id, operation: 'createAlbum', key, input: { title }, now: unit.now }, async () => {
      if ((await unit.albums.count(asker)) >= MOST_ALBUMS) return refuse('TOO_MANY', { limit: MOST_ALBUMS });
      const album: Album = Object.assign(new Album(), {
        ...{ id: rooms.mintId('Album'), ownerId: asker.id, title, createdAt: unit.now, version: 1 },
        ...{ mediaIds: [], userIds: [], eventIds: [] },
      });
      await unit.albums.add(album);
      return album.id;
    }),
  );
  return isRefusal(id) ? id : reloadAlbum(rooms, asker, id);
}
