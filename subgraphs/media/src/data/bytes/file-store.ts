// The bytes: files in GridFS, written and read as streams. A file becomes visible only through a medium that refers to it.
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Clock, later } from '@mosaic/kernel/values/time';
import { type Connection, mongo, trusted } from 'mongoose';
import { TICKET_LIFE } from '../../domain/upload-ticket.js';
import { openPlaces } from '../places.js';
import type { Collections } from '../records/collections.js';

/** GridFS's own default: several of a file's chunks are in flight at a time, and of many files at once. */
const CHUNK_BYTES = 255 * 1_024;
const SWEEP_BATCH = 20;
/** How many uploads may hand the store something at the same moment; the others' senders wait, and hold nothing here. */
const WRITERS = 12;

export interface StoredFile {
  readonly fileId: string;
  readonly byteLength: number;
  /** SHA-256 as base64url. */
  readonly sha256: string;
}

/** Resolves when the store has taken it. */
const written = (sink: mongo.GridFSBucketWriteStream, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    sink.write(chunk, (error?: Error | null) => (error ? reject(error) : resolve()));
  });

export type FileStore = ReturnType<typeof openFiles>;

export function openFiles(connection: Connection, { looseFiles }: Collections, clock: Clock) {
  const { db } = connection;
  if (!db) throw new Error('the store is not connected');
  const bucket = new mongo.GridFSBucket(db, { chunkSizeBytes: CHUNK_BYTES });
  const chunks = db.collection('fs.chunks');
  const files = db.collection('fs.files');

  const storing = openPlaces(WRITERS);

  /** Chunks first: a file that is seen is whole. */
  const remove = async (_id: mongo.ObjectId): Promise<void> => {
    await chunks.deleteMany({ files_id: _id });
    await files.deleteOne({ _id });
    await looseFiles.deleteOne({ _id });
  };

  return {
    /**
     * Writes a file chunk by chunk, no faster than the store takes them. It is loose until a medium refers to it, and
     * removed after a ticket's life. Whatever `source` throws is thrown again, with nothing left behind.
     */
    async write(source: AsyncIterable<Uint8Array>): Promise<StoredFile> {
      const _id = new mongo.ObjectId();
      const removeAt = later(clock.now(), 2 * TICKET_LIFE);
      await looseFiles.create({ _id, removeAt, isDoomed: false });
      const hash = createHash('sha256');
      let byteLength = 0;
      const sink = bucket.openUploadStreamWithId(_id, _id.toHexString());
      const settled = finished(sink);
      settled.catch(() => {}); // heard below, or overtaken by what made us stop
      try {
        for await (const chunk of source) {
          hash.update(chunk);
          byteLength += chunk.length;
          await storing(() => written(sink, chunk));
        }
        sink.end();
        await settled;
        return { fileId: _id.toHexString(), byteLength, sha256: hash.digest('base64url') };
      } catch (error) {
        await sink.abort().catch(() => {}); // it may have failed by itself; what is left goes below, or with the sweep
        await remove(_id).catch(() => {});
        throw error;
      }
    },

    /** From `start` up to, not including, `end`. */
    read: (fileId: string, range: { start?: number; end?: number } = {}): Readable =>
      bucket.openDownloadStream(new mongo.ObjectId(fileId), range),

    /** The whole of a file that is known to be small enough. */
    async readAll(fileId: string): Promise<Buffer> {
      const parts: Buffer[] = [];
      for await (const part of this.read(fileId)) parts.push(part as Buffer);
      return Buffer.concat(parts);
    },

    /** Removes loose files now. What cannot be removed waits for the sweep. */
    async discard(fileIds: readonly string[]): Promise<void> {
      for (const fileId of fileIds) await remove(new mongo.ObjectId(fileId)).catch(() => {});
    },

    /** Removes loose files whose time has come, some at a time; answers how many. */
    async sweep(): Promise<number> {
      const due = await looseFiles
        .find({ removeAt: trusted({ $lte: clock.now() }) })
        .limit(SWEEP_BATCH)
        .lean();
      for (const { _id } of due) {
        // Doomed first: a medium that is about to take the file finds it gone, instead of half gone.
        const doomed = await looseFiles.findOneAndUpdate({ _id }, { isDoomed: true });
        if (doomed) await remove(_id);
      }
      return due.length;
    },
  } as const;
}
