// Batches what one request asks for, so that a page of fifty is a handful of queries. Never shared between requests.
import DataLoader from 'dataloader';
import type { Album } from '../domain/album.js';
import type { Media } from '../domain/media.js';
import type { MediaComment } from '../domain/media-comment.js';
import type { Asker } from './asker.js';
import type { Readers } from './readers/readers.js';

type ById<T> = DataLoader<string, T | null>;

export interface Loaders {
  /** Null for what the asker may not see; strangers see what is public. */
  media: ById<Media>;
  /** Whoever may see it: for grants alone. */
  grantedMedia: ById<Media>;
  album: ById<Album>;
  comment: ById<MediaComment>;
  /** By user id. */
  avatar: ById<Media>;
}

export function openLoaders(read: Readers, asker: Asker | null): Loaders {
  const keyed = <T>(load: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>): ById<T> =>
    new DataLoader(async (keys) => {
      const found = await load(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
  const byId = <T extends { id: string }>(load: (ids: readonly string[]) => Promise<T[]>): ById<T> =>
    keyed(async (ids) => new Map((await load(ids)).map((row) => [row.id, row])));

  const media = byId((ids) => read.mediaFor(asker, ids));
  return {
    media,
    grantedMedia: byId((ids) => read.systemMedia(asker ?? {}, ids)),
    album: byId(async (ids) => (asker ? read.albumsFor(asker, ids) : [])),
    comment: byId(async (ids) => {
      if (!asker) return [];
      const found = await read.systemComments(asker, ids);
      const seen = await Promise.all(found.map(({ mediaId }) => media.load(mediaId)));
      return found.filter((_, at) => seen[at] !== null);
    }),
    avatar: keyed(async (userIds) => {
      const ids = asker ? await read.avatarIds(asker, userIds) : new Map<string, string>();
      const found = await Promise.all([...ids].map(async ([userId, id]) => [userId, await media.load(id)] as const));
      return new Map(found.flatMap(([userId, medium]) => (medium ? [[userId, medium]] : [])));
    }),
  };
}
