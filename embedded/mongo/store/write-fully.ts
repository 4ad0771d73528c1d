// Disk primitives that keep their word: short writes are continued, names are synced too.
import { open } from 'node:fs/promises';

/** The part of a file handle that writing needs. */
export interface Writable {
  write(data: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>;
}

/** Writes all bytes: a kernel may take fewer than it was given. Throws when it takes none. */
export async function writeFully(file: Writable, data: Uint8Array): Promise<void> {
  let written = 0;
  while (written < data.length) {
    const { bytesWritten } = await file.write(data, written, data.length - written);
    if (bytesWritten <= 0) throw new Error('the disk took no more bytes');
    written += bytesWritten;
  }
}

/** Makes created, renamed and deleted names of a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
