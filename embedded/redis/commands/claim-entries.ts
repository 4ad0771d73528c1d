/** XCLAIM and XAUTOCLAIM: take over entries that another consumer has held for too long. */
import type { Call, Command } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { entryAt, type Stream } from '../keyspace/stream.js';
import {
  type PendingEntry,
  pendingAt,
  pendingIndex,
  putPending,
  removePending,
  type StreamGroup,
  seeConsumer,
} from '../keyspace/stream-group.js';
import { formatId, parseRangeEnd } from '../keyspace/stream-id.js';
import { parseCount, parseIndex } from '../values/parse-number.js';
import type { Reply } from '../wire/reply.js';
import { readClaim } from './claim-options.js';
import { groupOf } from './deliver-entries.js';
import { entryReply } from './streams.js';

/** An auto-claim looks at this many pending entries for each one it may claim. */
const ATTEMPTS_PER_CLAIM = 10;

function claim(args: string[], { db, now }: Call): Reply {
  const [key, name, consumer] = args as [string, string, string];
  const { stream, group } = groupOf(db, key, name, '');
  const wanted = readClaim(args, now);
  if (wanted.lastId !== undefined && wanted.lastId > group.lastDelivered) group.lastDelivered = wanted.lastId;
  const claimed: Reply[] = [];
  for (const id of wanted.ids) {
    const pending = pendingAt(group, id);
    const entry = entryAt(stream, id);
    if (!entry) {
      // Nothing is left to claim of an entry that was deleted.
      if (pending) removePending(group, id);
      continue;
    }
    if (!pending && !wanted.force) continue;
    if (pending && now - pending.deliveredAt < wanted.minIdleMs) continue;
    const deliveries = wanted.deliveries ?? (pending?.deliveries ?? 0) + (wanted.justId ? 0 : 1);
    putPending(group, { id, consumer, deliveredAt: wanted.deliveredAt, deliveries });
    // NOTE: as in Redis 7.0, a consumer that claims nothing is not known yet.
    seeConsumer(group, consumer, now);
    claimed.push(wanted.justId ? formatId(id) : entryReply(entry));
  }
  db.changedQuietly();
  return claimed;
}

function autoClaim(args: string[], { db, now }: Call): Reply {
  const [key, name, consumer, minIdleText, startText] = args as [string, string, string, string, string];
  const minIdleMs = Math.max(0, parseIndex(minIdleText, 'ERR Invalid min-idle-time argument for XAUTOCLAIM'));
  const start = parseRangeEnd(startText, 'low');
  const { count, justId } = readAutoClaimOptions(new Options(args, 5));
  const { stream, group } = groupOf(db, key, name, '');
  const seen = lookAt(group, pendingIndex(group, start), { now, minIdleMs, count, stream });
  for (const { id } of seen.deleted) removePending(group, id);
  if (seen.ready.length > 0) seeConsumer(group, consumer, now);
  for (const pending of seen.ready) {
    pending.consumer = consumer;
    pending.deliveredAt = now;
    if (!justId) pending.deliveries++;
  }
  db.changedQuietly();
  const claimed = seen.ready.map(({ id }) => (justId ? formatId(id) : entryReply(entryAt(stream, id)!)));
  return [formatId(seen.next?.id ?? 0n), claimed, seen.deleted.map(({ id }) => formatId(id))];
}

interface Look {
  readonly now: number;
  readonly minIdleMs: number;
  readonly count: number;
  readonly stream: Stream;
}

/** Sorts pending entries from a place on: idle for long enough, deleted meanwhile, and where to go on. */
function lookAt(group: StreamGroup, start: number, { now, minIdleMs, count, stream }: Look) {
  const ready: PendingEntry[] = [];
  const deleted: PendingEntry[] = [];
  let at = start;
  for (let attempts = count * ATTEMPTS_PER_CLAIM; attempts > 0 && at < group.pending.length; attempts--, at++) {
    if (ready.length + deleted.length >= count) break;
    const pending = group.pending[at]!;
    if (!entryAt(stream, pending.id)) deleted.push(pending);
    else if (now - pending.deliveredAt >= minIdleMs) ready.push(pending);
  }
  return { ready, deleted, next: group.pending[at] };
}

function readAutoClaimOptions(options: Options): { count: number; justId: boolean } {
  const read = { count: 100, justId: false };
  while (!options.done) {
    const word = options.word();
    if (word === 'JUSTID') read.justId = true;
    else if (word === 'COUNT') {
      read.count = parseCount(options.value(), 'ERR COUNT must be > 0');
      if (read.count === 0) throw new CommandError('ERR COUNT must be > 0');
    } else throw syntaxError();
  }
  return read;
}

export const CLAIM_COMMANDS: readonly Command[] = [
  { name: 'xclaim', arity: -6, run: claim },
  { name: 'xautoclaim', arity: -6, run: autoClaim },
];
