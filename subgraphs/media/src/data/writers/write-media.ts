// Writes of media, avatars and comments. A medium takes over its files: from then on they are not loose.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import { type ClientSession, mongo, trusted } from 'mongoose';
import { Media } from '../../domain/media.js';
import { MediaComment } from '../../domain/media-comment.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const objectIds = ({ files }: Media) => files.map(({ fileId }) => new mongo.ObjectId(fileId));

export function writeMedia(
  { media, comments, avatars, albums, looseFiles }: Collections,
  session: ClientSession,
  now: Date,
) {
  return {
    /** False when a file was removed meanwhile, because the upload took longer than a ticket lives. */
    async add(medium: Media): Promise<boolean> {
      const theirs = { _id: trusted({ $in: objectIds(medium) }), isDoomed: false };
      const { deletedCount } = await looseFiles.deleteMany(theirs, { session });
      if (deletedCount !== medium.files.length) return false;
      await media.insertMany([toStored(medium)], { session, lean: true });
      return true;
    },

    /** The asker's own medium, for a look inside this transaction; null when there is none. */
    async own(asker: Asker, _id: string): Promise<Media | null> {
      const found = await media.findOne({ _id, ownerId: asker.id }, {}, { session }).lean<Stored<Media>>();
      return found && hydrate(Media, found);
    },

    /** Takes the asker's own medium out of everything here that refers to it; its files are loose and due. */
    async remove(asker: Asker, _id: string): Promise<Media | null> {
      const found = await media.findOneAndDelete({ _id, ownerId: asker.id }, { session }).lean<Stored<Media>>();
      if (!found) return null;
      const removed = hydrate(Media, found);
      await comments.deleteMany({ mediaId: _id }, { session });
      await avatars.deleteMany({ mediaId: _id }, { session });
      await albums.updateMany({ mediaIds: _id }, { $pull: { mediaIds: _id }, $inc: { version: 1 } }, { session });
      const loose = objectIds(removed).map((fileId) => ({ _id: fileId, removeAt: now, isDoomed: true }));
      await looseFiles.insertMany(loose, { session, lean: true });
      return removed;
    },

    async setAvatar({ id: userId }: Asker, mediaId: string): Promise<void> {
      await avatars.updateOne({ _id: userId }, { $set: { mediaId } }, { upsert: true, session });
    },

    /** False when the medium is gone. Counting it also locks it, so no comment outlives its medium. */
    async comment(comment: MediaComment): Promise<boolean> {
      const counted = await media.updateOne({ _id: comment.mediaId }, { $inc: { commentCount: 1 } }, { session });
      if (counted.modifiedCount !== 1) return false;
      await comments.insertMany([toStored(comment)], { session, lean: true });
      return true;
    },

    async findComment(_id: string): Promise<MediaComment | null> {
      const found = await comments.findOne({ _id }, {}, { session }).lean<Stored<MediaComment>>();
      return found && hydrate(MediaComment, found);
    },

    async ownerOf(_id: string): Promise<string | null> {
      return (await media.findOne({ _id }, { ownerId: 1 }, { session }).lean())?.ownerId ?? null;
    },

    async removeComment({ id, mediaId }: MediaComment): Promise<void> {
      const { deletedCount } = await comments.deleteOne({ _id: id }, { session });
      if (deletedCount === 1) await media.updateOne({ _id: mediaId }, { $inc: { commentCount: -1 } }, { session });
    },
  };
}
