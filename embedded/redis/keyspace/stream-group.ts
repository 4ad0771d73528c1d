/** A consumer group: how far it has read, and which entries were delivered and not acknowledged yet. */
import { lowerBound } from './lower-bound.js';
import { firstId, type Stream } from './stream.js';
import type { StreamId } from './stream-id.js';

export interface PendingEntry {
  readonly id: StreamId;
  consumer: string;
  /** Milliseconds since 1970. */
  deliveredAt: number;
  deliveries: number;
}

export interface StreamConsumer {
  readonly name: string;
  /** Milliseconds since 1970. */
  seenAt: number;
}

export interface StreamGroup {
  lastDelivered: StreamId;
  /** How many entries of the stream were read up to lastDelivered; undefined when that cannot be known. */
  entriesRead: number | undefined;
  /** In id order. */
  readonly pending: PendingEntry[];
  readonly consumers: Map<string, StreamConsumer>;
}

export function pendingIndex(group: StreamGroup, id: StreamId): number {
  return lowerBound(group.pending, (entry) => entry.id < id);
}

export function pendingAt(group: StreamGroup, id: StreamId): PendingEntry | undefined {
  const entry = group.pending[pendingIndex(group, id)];
  return entry?.id === id ? entry : undefined;
}

/** Adds the entry, or replaces the one with the same id. */
export function putPending(group: StreamGroup, entry: PendingEntry): void {
  const index = pendingIndex(group, entry.id);
  group.pending.splice(index, group.pending[index]?.id === entry.id ? 1 : 0, entry);
}

/** True when the id was pending. */
export function removePending(group: StreamGroup, id: StreamId): boolean {
  const index = pendingIndex(group, id);
  if (group.pending[index]?.id !== id) return false;
  group.pending.splice(index, 1);
  return true;
}

/** Finds the consumer and notes that it was seen; creates it when it is new. */
export function seeConsumer(group: StreamGroup, name: string, now: number): StreamConsumer {
  const known = group.consumers.get(name);
  const consumer = known ?? { name, seenAt: now };
  consumer.seenAt = now;
  if (!known) group.consumers.set(name, consumer);
  return consumer;
}

/** Moves the group forward to an entry it delivers now, keeping the count of entries read (t_stream.c, Redis 7.0). */
export function advanceTo(group: StreamGroup, stream: Stream, id: StreamId): void {
  if (group.entriesRead !== undefined && !hasTombstonesFrom(stream, id)) group.entriesRead++;
  else if (stream.entriesAdded > 0) group.entriesRead = countUpTo(stream, id);
  group.lastDelivered = id;
}

/** How many entries the group has still to read; undefined when deletions make it unknowable. */
export function lagOf(group: StreamGroup, stream: Stream): number | undefined {
  if (stream.entriesAdded === 0) return 0;
  const read =
    group.entriesRead !== undefined && !hasTombstonesFrom(stream, group.lastDelivered)
      ? group.entriesRead
      : countUpTo(stream, group.lastDelivered);
  return read === undefined ? undefined : stream.entriesAdded - read;
}

function hasTombstonesFrom(stream: Stream, id: StreamId): boolean {
  if (stream.entries.length === 0 || stream.maxDeletedId === 0n) return false;
  return firstId(stream) <= stream.maxDeletedId && id <= stream.maxDeletedId;
}

/** How many entries were ever added with an id up to this one, when the marks of the stream can tell. */
function countUpTo(stream: Stream, id: StreamId): number | undefined {
  if (stream.entriesAdded === 0) return 0;
  if (stream.entries.length === 0 && id <= stream.lastId) return stream.entriesAdded;
  if (id === stream.lastId) return stream.entriesAdded;
  if (id > stream.lastId) return undefined;
  const first = firstId(stream);
  if (stream.maxDeletedId !== 0n && stream.maxDeletedId >= first) return undefined;
  if (id < first) return stream.entriesAdded - stream.entries.length;
  return id === first ? stream.entriesAdded - stream.entries.length + 1 : undefined;
}
