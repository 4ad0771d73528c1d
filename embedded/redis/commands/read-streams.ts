/** XREAD and XREADGROUP: read several streams at once, now or when something arrives. */
import type { Call, Command, Outcome } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { entriesBetween } from '../keyspace/stream.js';
import { HIGHEST_ID, parseId, type StreamId } from '../keyspace/stream-id.js';
import { parseIndex } from '../values/parse-number.js';
import { map, NULL_ARRAY, type Reply } from '../wire/reply.js';
import { type GroupRead, groupOf, readGroupHistory, readGroupNews, refuseWhenGone } from './deliver-entries.js';
import { entryReply } from './streams.js';

interface ReadRequest {
  group: GroupRead | undefined;
  count: number;
  /** Undefined does not wait, 0 waits for ever. */
  blockMs: number | undefined;
  sources: { key: string; from: string }[];
}

/** Where to read on in a stream: entries above an id, or what the group has not delivered yet. */
interface Position {
  readonly key: string;
  readonly after: StreamId | 'news';
}

const read =
  (command: 'xread' | 'xreadgroup') =>
  (args: string[], call: Call): Outcome => {
    const request = readRequest(command, new Options(args, 0));
    const positions = request.sources.map((source) => positionOf(source, request, call));
    const collect = (now: number, strict: boolean): Reply | undefined =>
      collectEntries(positions, request, { ...call, now }, strict);
    const found = collect(call.now, true);
    if (found !== undefined) return found;
    if (request.blockMs === undefined) return NULL_ARRAY;
    const keys = positions.map(({ key }) => key);
    const attempt = (now: number): Reply | undefined => collect(now, false);
    return { kind: 'wait', keys, timeoutMs: request.blockMs, timeoutReply: NULL_ARRAY, attempt };
  };

function readRequest(command: string, options: Options): ReadRequest {
  const isGroup = command === 'xreadgroup';
  const request: ReadRequest = { group: undefined, count: Number.POSITIVE_INFINITY, blockMs: undefined, sources: [] };
  let noAck = false;
  for (;;) {
    const word = options.word();
    if (word === 'STREAMS') break;
    if (word === 'BLOCK') request.blockMs = readBlock(options.value());
    else if (word === 'COUNT') request.count = parseIndex(options.value()) || Number.POSITIVE_INFINITY;
    else if (word === 'GROUP') {
      if (!isGroup) {
        throw new CommandError('ERR The GROUP option is only supported by XREADGROUP. You called XREAD instead.');
      }
      request.group = { group: options.value(), consumer: options.value(), noAck: false };
    } else if (word === 'NOACK') {
      if (!isGroup) {
        throw new CommandError('ERR The NOACK option is only supported by XREADGROUP. You called XREAD instead.');
      }
      noAck = true;
    } else throw syntaxError();
  }
  request.sources = pairUp(options.rest());
  if (isGroup && !request.group) throw new CommandError('ERR Missing GROUP option for XREADGROUP');
  if (request.group) request.group = { ...request.group, noAck };
  if (request.count < 0) request.count = Number.POSITIVE_INFINITY;
  return request;
}

function readBlock(text: string): number {
  const milliseconds = parseIndex(text, 'ERR timeout is not an integer or out of range');
  if (milliseconds < 0) throw new CommandError('ERR timeout is negative');
  return milliseconds;
}

function pairUp(words: string[]): ReadRequest['sources'] {
  const half = words.length / 2;
  if (half === 0) throw syntaxError();
  if (!Number.isInteger(half)) {
    // Redis 7.0 says XREAD for XREADGROUP too.
    throw new CommandError("ERR Unbalanced XREAD list of streams: for each stream key an ID or '$' must be specified.");
  }
  return words.slice(0, half).map((key, index) => ({ key, from: words[half + index]! }));
}

function positionOf({ key, from }: { key: string; from: string }, { group }: ReadRequest, call: Call): Position {
  if (group) groupOf(call.db, key, group.group);
  if (from === '$') {
    if (!group) return { key, after: call.db.read(key, 'stream')?.lastId ?? 0n };
    throw new CommandError(
      'ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result set.',
    );
  }
  if (from === '>') {
    if (group) return { key, after: 'news' };
    throw new CommandError(
      'ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.',
    );
  }
  return { key, after: parseId(from, 0n, true) };
}

/** What the streams have for this reader; undefined when it is nothing. */
function collectEntries(
  positions: readonly Position[],
  { group, count }: ReadRequest,
  call: Call,
  strict: boolean,
): Reply | undefined {
  const { db, session } = call;
  const found: [string, Reply][] = [];
  for (const { key, after } of positions) {
    if (group) {
      if (!strict) refuseWhenGone(db, key, group.group);
      const entries =
        after === 'news' ? readGroupNews(call, key, group, count) : readGroupHistory(call, key, group, after, count);
      if (entries) found.push([key, entries]);
      continue;
    }
    // While waiting, a key that becomes something else than a stream just has no entries.
    const stream = strict || db.find(key)?.kind === 'stream' ? db.read(key, 'stream') : undefined;
    if (!stream || after === 'news' || after === HIGHEST_ID) continue;
    const entries = entriesBetween(stream, after + 1n, HIGHEST_ID, count);
    if (entries.length > 0) found.push([key, entries.map(entryReply)]);
  }
  if (found.length === 0) return undefined;
  return session.protocol === 3 ? map(found) : found;
}

export const READ_STREAM_COMMANDS: readonly Command[] = [
  { name: 'xread', arity: -4, run: read('xread') },
  { name: 'xreadgroup', arity: -7, run: read('xreadgroup') },
];
