// Opens a data directory: reads the newest snapshot and the journals after it, cuts a torn tail, starts journalling.
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyString } from '../values/key-string.js';
import { decode } from '../values/types.js';
import { CollectionIndex } from './collection-index.js';
import { readName, snapshotName, writeSnapshot } from './compaction.js';
import { Journal, journalName } from './journal.js';
import type { JournalEntry } from './journal-entry.js';
import { readFrames } from './journal-frame.js';
import { lockDirectory } from './lock-directory.js';
import type { Sessions } from './sessions.js';
import { Store } from './store.js';

export interface StoreOptions {
  compactAfterBytes?: number;
  onDiskFailure?: (error: Error) => void;
}

const COMPACT_AFTER = 16 * 1024 * 1024;

function replay(store: Store, sessions: Sessions, entry: JournalEntry): void {
  switch (entry.op) {
    case 'put': {
      const raw = entry.raw.buffer.slice(0, entry.raw.position);
      const document = decode(raw);
      store.ensure(entry.ns).load(keyString(document['_id']), { raw, document });
      return;
    }
    case 'remove':
      store.ensure(entry.ns).load(keyString(entry.id), null);
      return;
    case 'create':
      store.ensure(entry.ns).options = entry.options;
      return;
    case 'drop':
      store.collections.delete(entry.ns);
      return;
    case 'index':
      store.ensure(entry.ns).loadIndex(new CollectionIndex(entry.spec));
      return;
    case 'dropIndex':
      store.collections.get(entry.ns)?.indexes.delete(entry.name);
      return;
    default:
      sessions.replay(entry);
  }
}

/** Cuts what a crash left half written, after setting it aside as <journal>.torn: none of it was acknowledged. */
function cutTail(file: string, end: number, size: number): void {
  const tail = readFileSync(file).subarray(end);
  writeFileSync(`${file}.torn`, tail);
  truncateSync(file, end);
  const msg = `cut ${size - end} bytes after byte ${end} of ${file}`;
  console.error(JSON.stringify({ ts: new Date().toISOString(), level: 'WARNING', service: 'mongo', msg }));
}

/** Restores the state on disk; returns the number of the journal to go on with. */
function restore(directory: string, store: Store, sessions: Sessions): number {
  const files = readdirSync(directory).map(readName);
  const of = (kind: string) => files.flatMap((file) => (file?.kind === kind && !file.partial ? [file.generation] : []));
  const start = Math.max(0, ...of('snapshot'));
  const apply = (entry: JournalEntry) => replay(store, sessions, entry);
  const snapshot = join(directory, snapshotName(start));
  if (existsSync(snapshot)) {
    const { end, size } = readFrames(snapshot, apply);
    if (end < size) throw new Error(`the snapshot ${snapshotName(start)} is damaged at byte ${end}`);
  }
  const journals = of('journal')
    .filter((generation) => generation >= start)
    .sort((a, b) => a - b);
  for (const generation of journals) {
    const file = join(directory, journalName(generation));
    const { end, size } = readFrames(file, apply);
    if (end === size) continue;
    if (generation !== journals.at(-1))
      throw new Error(`the journal ${journalName(generation)} is damaged at byte ${end}`);
    cutTail(file, end, size);
  }
  return journals.at(-1) ?? start;
}

/** Rejects when another server has the directory open, or when a file that was complete is damaged. */
export async function openStore(directory: string, sessions: Sessions, options: StoreOptions): Promise<Store> {
  const unlock = await lockDirectory(directory);
  try {
    const store = new Store(unlock);
    let generation = restore(directory, store, sessions);
    let compacting: Promise<void> | null = null;
    const failed = options.onDiskFailure ?? (() => {});
    const compact = (bytes: number): number | undefined => {
      if (compacting || bytes < Math.max(options.compactAfterBytes ?? COMPACT_AFTER, 2 * store.bytes)) return undefined;
      generation += 1;
      compacting = writeSnapshot(directory, generation, [...store.snapshot(), ...sessions.snapshot()])
        .catch((error: unknown) => failed(error instanceof Error ? error : new Error(String(error))))
        .finally(() => {
          compacting = null;
        });
      store.compacting = compacting;
      return generation;
    };
    store.journal = await Journal.open({ directory, generation, onGroup: compact, onFailure: failed });
    return store;
  } catch (error) {
    await unlock();
    throw error;
  }
}
