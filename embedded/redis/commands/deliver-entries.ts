/** What a consumer of a group is given: entries nobody had yet, or its own pending ones again. */
import type { Call } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import type { Keyspace } from '../keyspace/keyspace.js';
import { entriesBetween, entryAt, type Stream } from '../keyspace/stream.js';
import { advanceTo, pendingIndex, putPending, type StreamGroup, seeConsumer } from '../keyspace/stream-group.js';
import { formatId, HIGHEST_ID, type StreamId } from '../keyspace/stream-id.js';
import { NULL_ARRAY, type Reply } from '../wire/reply.js';
import { entryReply } from './streams.js';

export interface GroupRead {
  readonly group: string;
  readonly consumer: string;
  /** Delivered entries count as acknowledged at once. */
  readonly noAck: boolean;
}

/** The stream and its group; refuses with NOGROUP when either is missing. */
export function groupOf(
  db: Keyspace,
  key: string,
  name: string,
  reason = ' in XREADGROUP with GROUP option',
): { stream: Stream; group: StreamGroup } {
  const stream = db.read(key, 'stream');
  const group = stream?.groups.get(name);
  if (stream && group) return { stream, group };
  throw new CommandError(`NOGROUP No such key '${key}' or consumer group '${name}'${reason}`);
}

/** Ends the wait of a consumer whose stream or group is gone. */
export function refuseWhenGone(db: Keyspace, key: string, name: string): void {
  const value = db.find(key);
  if (value?.kind !== 'stream') throw new CommandError('UNBLOCKED the stream key no longer exists');
  if (value.data.groups.has(name)) return;
  throw new CommandError('NOGROUP the consumer group this client was blocked on no longer exists');
}

/** Entries above the last one delivered to the group; undefined when there are none. */
export function readGroupNews(call: Call, key: string, read: GroupRead, count: number): Reply | undefined {
  const { db, now } = call;
  const { stream, group } = groupOf(db, key, read.group);
  const entries = entriesBetween(stream, group.lastDelivered + 1n, HIGHEST_ID, count);
  if (entries.length === 0) return undefined;
  // NOTE: as in Redis 7.0, a consumer that found nothing is not known yet.
  const consumer = seeConsumer(group, read.consumer, now);
  for (const { id } of entries) {
    advanceTo(group, stream, id);
    if (!read.noAck) putPending(group, { id, consumer: consumer.name, deliveredAt: now, deliveries: 1 });
  }
  db.changedQuietly();
  return entries.map(entryReply);
}

/** The consumer's pending entries above an id, counted as delivered once more. One deleted since comes without fields. */
export function readGroupHistory(call: Call, key: string, read: GroupRead, after: StreamId, count: number): Reply {
  const { stream, group } = groupOf(call.db, key, read.group);
  if (!group.consumers.has(read.consumer)) call.db.changedQuietly();
  const consumer = seeConsumer(group, read.consumer, call.now);
  const history: Reply[] = [];
  for (const pending of group.pending.slice(pendingIndex(group, after + 1n))) {
    if (pending.consumer !== consumer.name) continue;
    if (history.length >= count) break;
    const entry = entryAt(stream, pending.id);
    history.push(entry ? entryReply(entry) : [formatId(pending.id), NULL_ARRAY]);
    if (!entry) continue;
    pending.deliveredAt = call.now;
    pending.deliveries++;
    call.db.changedQuietly();
  }
  return history;
}
