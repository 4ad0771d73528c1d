/** XPENDING: who holds which entries without having acknowledged them. */
import type { Call, Command } from '../execute/command.js';
import { syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { pendingIndex, type StreamGroup } from '../keyspace/stream-group.js';
import { formatId, parseRangeEnd } from '../keyspace/stream-id.js';
import { parseIndex } from '../values/parse-number.js';
import { NULL_ARRAY, type Reply } from '../wire/reply.js';
import { groupOf } from './deliver-entries.js';

function pending(args: string[], { db, now }: Call): Reply {
  const [key, name] = args as [string, string];
  if (args.length === 2) return summary(groupOf(db, key, name, '').group);
  const options = new Options(args, 2);
  const minIdleMs = options.take('IDLE') ? parseIndex(options.value()) : 0;
  if (options.left < 3 || options.left > 4) throw syntaxError();
  const [first, last, countText, consumer] = options.rest() as [string, string, string, string?];
  const count = parseIndex(countText);
  const low = parseRangeEnd(first, 'low');
  const high = parseRangeEnd(last, 'high');
  const { group } = groupOf(db, key, name, '');
  const listed: Reply[] = [];
  for (let at = pendingIndex(group, low); at < group.pending.length && listed.length < count; at++) {
    const entry = group.pending[at]!;
    if (entry.id > high) break;
    const idleMs = Math.max(0, now - entry.deliveredAt);
    if (idleMs < minIdleMs || (consumer !== undefined && entry.consumer !== consumer)) continue;
    listed.push([formatId(entry.id), entry.consumer, idleMs, entry.deliveries]);
  }
  return listed;
}

/** Number of pending entries, lowest and highest id, and how many each consumer holds. */
function summary(group: StreamGroup): Reply {
  const [lowest, highest] = [group.pending[0], group.pending.at(-1)];
  if (!lowest || !highest) return [0, null, null, NULL_ARRAY];
  const held = new Map<string, number>();
  for (const { consumer } of group.pending) held.set(consumer, (held.get(consumer) ?? 0) + 1);
  const byName = [...held].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    group.pending.length,
    formatId(lowest.id),
    formatId(highest.id),
    byName.map(([consumer, count]) => [consumer, String(count)]),
  ];
}

export const PENDING_COMMANDS: readonly Command[] = [{ name: 'xpending', arity: -3, run: pending }];
