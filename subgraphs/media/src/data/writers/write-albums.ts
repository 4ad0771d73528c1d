// Writes of albums. Taking an album for a change is also its lock: it counts the change.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { Album } from '../../domain/album.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

type Change = Partial<Pick<Album, 'title' | 'mediaIds' | 'userIds' | 'eventIds'>>;

export function writeAlbums({ albums }: Collections, session: ClientSession) {
  return {
    count: ({ id }: Asker): Promise<number> => albums.countDocuments({ ownerId: id }, { session }),

    async add(album: Album): Promise<void> {
      await albums.insertMany([toStored(album)], { session, lean: true });
    },

    /** The asker's own album, which nobody else can change now; null when there is none. */
    async takeOwn(asker: Asker, _id: string): Promise<Album | null> {
      const found = await albums
        .findOneAndUpdate({ _id, ownerId: asker.id }, { $inc: { version: 1 } }, { session, returnDocument: 'after' })
        .lean<Stored<Album>>();
      return found && hydrate(Album, found);
    },

    async change({ id }: Album, change: Change): Promise<void> {
      await albums.updateOne({ _id: id }, { $set: change }, { session });
    },

    async remove({ id }: Album): Promise<void> {
      await albums.deleteOne({ _id: id }, { session });
    },
  };
}
