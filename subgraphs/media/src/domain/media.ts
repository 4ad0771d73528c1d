// A medium: what somebody uploaded, and the files made of it.
import type { Id } from '@mosaic/kernel/values/ids';
import type { FileType, MediaKind, Purpose } from './purposes.js';

/** Nothing of these leaves with a derived file; of these fields, the place is shown to the owner alone. */
export interface Exif {
  readonly takenAt: Date | null;
  readonly camera: string | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

/** The file as it was uploaded: for its owner alone, byte by byte. */
export const ORIGINAL = 'original';

/** One stored file of a medium, under a name of its own among them. */
export interface MediaFile {
  readonly name: string;
  /** The id in GridFS, as hex. */
  readonly fileId: string;
  readonly contentType: string;
  readonly byteLength: number;
  /** SHA-256 as base64url: the entity tag. */
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

export class Media {
  id: Id<'Media'>;
  ownerId: Id<'User'>;
  purpose: Purpose;
  kind: MediaKind;
  type: FileType;
  fileName: string;
  /** Of the original. */
  byteLength: number;
  /** Upright; null for what is no picture. */
  width: number | null;
  height: number | null;
  exif: Exif | null;
  /** The original first, then what was derived. */
  files: MediaFile[];
  commentCount: number;
  createdAt: Date;
}

export const fileNamed = ({ files }: Media, name: string): MediaFile | null =>
  files.find((file) => file.name === name) ?? null;
