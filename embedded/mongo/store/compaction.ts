// Compaction: writes a snapshot beside the running journal, then removes the generations that it replaces.
// SIGKILL at any moment leaves either the old files complete, or the new snapshot under its final name.
import { open, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from './journal-entry.js';
import { encodeFrame } from './journal-frame.js';
import { syncDirectory, writeFully } from './write-fully.js';

export const snapshotName = (generation: number): string => `snapshot-${String(generation).padStart(8, '0')}.bson`;

const FILE = /^(journal|snapshot)-(\d{8})\.(log|bson)(\.part)?$/;

/** The generation of a data file, or undefined for other files. Unfinished snapshots are marked. */
export function readName(name: string): { kind: string; generation: number; partial: boolean } | undefined {
  const parts = FILE.exec(name);
  if (!parts) return undefined;
  return { kind: parts[1]!, generation: Number(parts[2]), partial: parts[4] !== undefined };
}

const FRAME_ENTRIES = 200;
const FRAME_BYTES = 1 << 20;

/** Entries in frames of about a megabyte: writing yields to other work between them. */
function* frames(entries: JournalEntry[]): Generator<Buffer> {
  let group: JournalEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    group.push(entry);
    bytes += entry.op === 'put' ? entry.raw.position : 100;
    if (group.length >= FRAME_ENTRIES || bytes >= FRAME_BYTES) {
      yield encodeFrame(group);
      group = [];
      bytes = 0;
    }
  }
  if (group.length > 0) yield encodeFrame(group);
}

/** Writes the snapshot of a generation and removes older files. `entries` must be what journal-<generation> starts from. */
export async function writeSnapshot(directory: string, generation: number, entries: JournalEntry[]): Promise<void> {
  const target = join(directory, snapshotName(generation));
  const file = await open(`${target}.part`, 'w');
  try {
    for (const frame of frames(entries)) await writeFully(file, frame);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${target}.part`, target);
  await syncDirectory(directory);
  await removeOlder(directory, generation);
}

/** Removes the files of generations before this one. */
export async function removeOlder(directory: string, generation: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const file = readName(name);
    if (file && (file.generation < generation || (file.partial && file.generation === generation))) {
      await unlink(join(directory, name));
    }
  }
}
