/** Writes to files so that a short write or a crash leaves no half of anything. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes all bytes; a write may take fewer than it was given. Throws when the disk refuses. */
export function writeFully(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Makes a rename in the directory survive a loss of power. */
export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
