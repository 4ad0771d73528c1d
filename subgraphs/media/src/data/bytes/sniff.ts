// What a file is by its first bytes, whatever its name and its sender say.
import { fileTypeFromBuffer } from 'file-type';
import type { FileType } from '../../domain/purposes.js';

/** Enough for every signature we know. */
export const HEAD_BYTES = 4_100;

const ours: Readonly<Record<string, FileType>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
  'video/webm': 'webm',
};

/** Null for what we do not take. */
export async function sniff(head: Uint8Array): Promise<FileType | null> {
  const found = await fileTypeFromBuffer(head);
  return (found && ours[found.mime]) ?? null;
}
