// Every reader of this subgraph under one roof.
import type { Collections } from '../records/collections.js';
import { readAlbums } from './read-albums.js';
import { readMedia } from './read-media.js';

export type Readers = ReturnType<typeof readersOf>;

export const readersOf = (collections: Collections) => {
  const albums = readAlbums(collections);
  return { ...albums, ...readMedia(collections, albums.inSharedAlbums) } as const;
};
