/** Streams: adding, reading and trimming. Groups are in stream-groups.ts, blocking reads in read-streams.ts. */
import type { Call, Command } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { entriesBetween, removeEntry, type StreamEntry, trimStream } from '../keyspace/stream.js';
import { formatId, parseId, parseRangeEnd } from '../keyspace/stream-id.js';
import { parseIndex } from '../values/parse-number.js';
import { NULL_ARRAY, type Reply } from '../wire/reply.js';
import { addEntry } from './add-entry.js';
import { readTrim } from './trim-options.js';

export function entryReply({ id, fields }: StreamEntry): Reply {
  return [formatId(id), fields];
}

const range =
  (descending: boolean) =>
  (args: string[], { db }: Call): Reply => {
    const [key, first, last] = args as [string, string, string];
    const low = parseRangeEnd(descending ? last : first, 'low');
    const high = parseRangeEnd(descending ? first : last, 'high');
    const count = readCount(new Options(args, 3));
    const stream = db.read(key, 'stream');
    if (!stream) return [];
    if (count === 0) return NULL_ARRAY;
    const found = entriesBetween(stream, low, high, descending ? undefined : count);
    return (descending ? found.reverse().slice(0, count) : found).map(entryReply);
  };

/** COUNT n: a negative number means nothing at all. */
function readCount(options: Options): number | undefined {
  let count: number | undefined;
  while (!options.done) {
    if (!options.take('COUNT') || options.done) throw syntaxError();
    count = Math.max(0, parseIndex(options.value()));
  }
  return count;
}

function remove([key, ...ids]: string[], { db }: Call): Reply {
  const stream = db.read(key!, 'stream');
  if (!stream) return 0;
  const parsed = ids.map((id) => parseId(id, 0n, true));
  const removed = parsed.filter((id) => removeEntry(stream, id)).length;
  if (removed > 0) db.changed(key!);
  return removed;
}

function trim(args: string[], { db }: Call): Reply {
  const [key] = args;
  const options = new Options(args, 1);
  const wanted = readTrim(options);
  if (!options.done) throw syntaxError();
  if (!wanted) throw new CommandError('ERR syntax error, XTRIM must be called with a trimming strategy');
  const stream = db.read(key!, 'stream');
  const removed = stream ? trimStream(stream, wanted) : 0;
  if (removed > 0) db.changed(key!);
  return removed;
}

export const STREAM_COMMANDS: readonly Command[] = [
  { name: 'xadd', arity: -5, run: addEntry },
  { name: 'xlen', arity: 2, run: ([key], { db }) => db.read(key!, 'stream')?.entries.length ?? 0 },
  { name: 'xrange', arity: -4, run: range(false) },
  { name: 'xrevrange', arity: -4, run: range(true) },
  { name: 'xdel', arity: -3, run: remove },
  { name: 'xtrim', arity: -4, run: trim },
];
