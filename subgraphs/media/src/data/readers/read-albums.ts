// Reads of albums: their owner's, and those they are shared with, one by one or as people of an event.
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import { Album } from '../../domain/album.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_FIRST = { by: 'createdAt', way: -1, isDate: true } as const;

export function readAlbums({ albums, audiences }: Collections) {
  /** The events the asker belongs to, at this moment. */
  const eventsOf = async (asker: Asker): Promise<string[]> => {
    const found = await audiences.find({ userIds: asker.id }, { _id: 1 }).maxTimeMS(budgetOf(asker)).lean();
    return found.map(({ _id }) => _id);
  };
  const sharedWith = async (asker: Asker) => [
    { userIds: asker.id },
    { eventIds: trusted({ $in: await eventsOf(asker) }) },
  ];

  return {
    eventsOf,

    async albumsFor(asker: Asker, ids: readonly string[]): Promise<Album[]> {
      const [found, events] = await Promise.all([
        albums
          .find({ _id: trusted({ $in: [...ids] }) })
          .maxTimeMS(budgetOf(asker))
          .lean<Stored<Album>[]>(),
        eventsOf(asker),
      ]);
      return found.map((record) => hydrate(Album, record)).filter((album) => may.seeAlbum(asker, album, events));
    },

    /** The asker's own, and with `isSharedToo` also those that are shared with them. */
    async albumsOf(asker: Asker, page: Page, isSharedToo: boolean): Promise<Album[]> {
      const own = { ownerId: asker.id };
      const filter = isSharedToo ? { $or: [own, ...(await sharedWith(asker))] } : own;
      const found = await keysetPage(albums, filter, NEWEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Album, record));
    },

    /** Which of these media are in an album that is shared with the asker. */
    async inSharedAlbums(asker: Asker, mediaIds: readonly string[]): Promise<ReadonlySet<string>> {
      const found = await albums
        .find({ mediaIds: trusted({ $in: [...mediaIds] }), $or: await sharedWith(asker) }, { mediaIds: 1 })
        .maxTimeMS(budgetOf(asker))
        .lean();
      return new Set(found.flatMap((album) => album.mediaIds));
    },
  };
}
