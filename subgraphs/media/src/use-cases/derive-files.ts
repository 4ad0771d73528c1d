// Makes of an original what others may see: pictures and documents in a worker, films as a stream.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { blankMp4 } from '../data/bytes/blank-mp4.js';
import { blankWebm } from '../data/bytes/blank-webm.js';
import { ByteReader, Unreadable } from '../data/bytes/byte-reader.js';
import type { StoredFile } from '../data/bytes/file-store.js';
import { MOST_FRAMES, MOST_PIXELS } from '../data/workbench/job.js';
import type { Exif, MediaFile } from '../domain/media.js';
import { type FileType, fileTypes } from '../domain/purposes.js';
import { refuse } from '../domain/refusals.js';
import type { UploadTicket } from '../domain/upload-ticket.js';
import type { Rooms } from './rooms.js';

export interface Derived {
  readonly files: readonly MediaFile[];
  readonly width: number | null;
  readonly height: number | null;
  readonly exif: Exif | null;
}

/** Every file it writes is named in `loose` as well. Refuses FILE_UNREADABLE, FILE_TOO_HARD, IMAGE_TOO_LARGE, TOO_MANY_FRAMES. */
export function derive(
  rooms: Rooms,
  { purpose }: UploadTicket,
  type: FileType,
  original: StoredFile,
  loose: string[],
): Promise<Derived | Refusal> {
  if (type === 'mp4' || type === 'webm') return deriveVideo(rooms, type, original, loose);
  return deriveInWorker(rooms, { type, isAvatar: purpose === 'AVATAR' }, original, loose);
}

async function deriveVideo(
  { files }: Rooms,
  type: 'mp4' | 'webm',
  { fileId }: StoredFile,
  loose: string[],
): Promise<Derived | Refusal> {
  const reader = new ByteReader(files.read(fileId));
  try {
    const stored = await files.write(type === 'mp4' ? blankMp4(reader) : blankWebm(reader));
    loose.push(stored.fileId);
    const video = { name: 'video', ...stored, contentType: fileTypes[type].contentType, width: null, height: null };
    return { files: [video], width: null, height: null, exif: null };
  } catch (error) {
    if (error instanceof Unreadable) return refuse('FILE_UNREADABLE');
    throw error;
  }
}

async function deriveInWorker(
  { files, workshop }: Rooms,
  job: { type: 'jpg' | 'png' | 'gif' | 'pdf'; isAvatar: boolean },
  { fileId }: StoredFile,
  loose: string[],
): Promise<Derived | Refusal> {
  const made = await workshop.make(job, () => files.readAll(fileId));
  if (made.outcome === 'UNREADABLE') return refuse('FILE_UNREADABLE');
  if (made.outcome === 'TOO_LONG') return refuse('FILE_TOO_HARD');
  if (made.outcome === 'TOO_MANY_PIXELS') return refuse('IMAGE_TOO_LARGE', { limit: MOST_PIXELS });
  if (made.outcome === 'TOO_MANY_FRAMES') return refuse('TOO_MANY_FRAMES', { limit: MOST_FRAMES });
  const derived: MediaFile[] = [];
  for (const { name, contentType, bytes, width, height } of made.files) {
    const stored = await files.write(once(bytes));
    loose.push(stored.fileId);
    derived.push({ name, ...stored, contentType, width, height });
  }
  const { width, height, exif } = made;
  const takenAt = exif?.takenAt == null ? null : new Date(exif.takenAt);
  return { files: derived, width, height, exif: exif && { ...exif, takenAt } };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
