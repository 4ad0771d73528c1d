/** A stream: entries in id order, and the marks Redis keeps to count what a group has still to read. */
import { lowerBound } from './lower-bound.js';
import type { StreamGroup } from './stream-group.js';
import { HIGHEST_ID, type StreamId } from './stream-id.js';

export interface StreamEntry {
  readonly id: StreamId;
  /** Field, value, field, value... */
  readonly fields: readonly string[];
}

export interface Stream {
  entries: StreamEntry[];
  /** The highest id ever added; the next one must be higher. */
  lastId: StreamId;
  /** The highest id deleted by XDEL. */
  maxDeletedId: StreamId;
  /** How many entries were ever added. */
  entriesAdded: number;
  readonly groups: Map<string, StreamGroup>;
}

/** Redis drops whole blocks of this many entries when trimming is approximate (`~`): stream-node-max-entries. */
const BLOCK = 100;

export function firstId(stream: Stream): StreamId {
  return stream.entries[0]?.id ?? 0n;
}

/** Index of the first entry whose id is not below `id`. */
export function indexFrom(stream: Stream, id: StreamId): number {
  return lowerBound(stream.entries, (entry) => entry.id < id);
}

export function entryAt(stream: Stream, id: StreamId): StreamEntry | undefined {
  const entry = stream.entries[indexFrom(stream, id)];
  return entry?.id === id ? entry : undefined;
}

/** Entries with low <= id <= high, the first `count` of them. */
export function entriesBetween(stream: Stream, low: StreamId, high: StreamId, count = Infinity): StreamEntry[] {
  const start = indexFrom(stream, low);
  const end = high === HIGHEST_ID ? stream.entries.length : indexFrom(stream, high + 1n);
  return stream.entries.slice(start, Math.min(end, start + count));
}

/** True when the entry was there. */
export function removeEntry(stream: Stream, id: StreamId): boolean {
  const index = indexFrom(stream, id);
  if (stream.entries[index]?.id !== id) return false;
  stream.entries.splice(index, 1);
  if (id > stream.maxDeletedId) stream.maxDeletedId = id;
  return true;
}

export interface Trim {
  readonly keep: { readonly newest: number } | { readonly from: StreamId };
  readonly approximate: boolean;
  /** The most entries to remove at once; 0 for no limit. */
  readonly limit: number;
}

/** Removes the oldest entries and gives their number. */
export function trimStream(stream: Stream, { keep, approximate, limit }: Trim): number {
  const excess = 'newest' in keep ? Math.max(0, stream.entries.length - keep.newest) : indexFrom(stream, keep.from);
  const allowed = limit > 0 ? Math.min(excess, limit) : excess;
  const removed = approximate ? Math.floor(allowed / BLOCK) * BLOCK : allowed;
  stream.entries.splice(0, removed);
  return removed;
}
