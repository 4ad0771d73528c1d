/** ZRANGE in its forms by rank and by score, and the older commands it replaced. */
import type { Call, Command } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { type ScoreBound, type ScoredMember, type SortedSet, scoreRange } from '../keyspace/sorted-set.js';
import { parseFloat64, parseIndex } from '../values/parse-number.js';
import { sliceRange } from '../values/slice-range.js';
import { double, type Reply } from '../wire/reply.js';
import type { Protocol } from '../wire/write-resp.js';

interface RangeForm {
  by: 'rank' | 'score';
  descending: boolean;
}

interface RangeOptions extends RangeForm {
  withScores: boolean;
  limit: { offset: number; count: number } | undefined;
}

/** `5`, `(5` for exclusive, `-inf`, `+inf`. */
export function parseScoreBound(text: string): ScoreBound {
  const exclusive = text.startsWith('(');
  return { score: parseFloat64(exclusive ? text.slice(1) : text, 'ERR min or max is not a float'), exclusive };
}

/** Members with scores: pairs in RESP3, one flat list in RESP2. */
export function scoredReply(items: readonly ScoredMember[], protocol: Protocol): Reply {
  const pairs = items.map(({ member, score }): Reply[] => [member, double(score)]);
  return protocol === 3 ? pairs : pairs.flat();
}

/** `fixed` is the form of the older commands; ZRANGE itself reads its form from the options. */
const range =
  (fixed?: RangeForm) =>
  (args: string[], { db, session }: Call): Reply => {
    const [key, first, last] = args as [string, string, string];
    const options = readOptions(new Options(args, 3), fixed);
    const select = options.by === 'rank' ? byRank(first, last, options) : byScore(first, last, options);
    const zset = db.read(key, 'zset');
    const found = zset ? select(zset) : [];
    return options.withScores ? scoredReply(found, session.protocol) : found.map(({ member }) => member);
  };

function readOptions(options: Options, fixed: RangeForm | undefined): RangeOptions {
  const read: RangeOptions = { by: 'rank', descending: false, ...fixed, withScores: false, limit: undefined };
  while (!options.done) {
    const word = options.word();
    if (word === 'WITHSCORES') read.withScores = true;
    else if (word === 'LIMIT') {
      read.limit = { offset: parseIndex(options.value()), count: parseIndex(options.value()) };
    } else if (word === 'REV' && !fixed) read.descending = true;
    else if (word === 'BYSCORE' && !fixed) read.by = 'score';
    else throw syntaxError();
  }
  if (read.limit && read.by === 'rank') {
    throw new CommandError('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
  }
  return read;
}

function byRank(first: string, last: string, { descending }: RangeOptions) {
  const ends = [parseIndex(first), parseIndex(last)] as const;
  return ({ ordered }: SortedSet): ScoredMember[] => {
    const [start, end] = sliceRange(ordered.length, ...ends);
    if (start >= end) return [];
    return descending
      ? ordered.slice(ordered.length - end, ordered.length - start).reverse()
      : ordered.slice(start, end);
  };
}

/** A descending range names its higher end first. A negative count in LIMIT means all. */
function byScore(first: string, last: string, { descending, limit }: RangeOptions) {
  const [low, high] = descending ? [last, first] : [first, last];
  const bounds = [parseScoreBound(low), parseScoreBound(high)] as const;
  return (zset: SortedSet): ScoredMember[] => {
    const found = zset.ordered.slice(...scoreRange(zset, ...bounds));
    if (descending) found.reverse();
    if (!limit) return found;
    if (limit.offset < 0) return [];
    return limit.count < 0 ? found.slice(limit.offset) : found.slice(limit.offset, limit.offset + limit.count);
  };
}

export const RANGE_COMMANDS: readonly Command[] = [
  { name: 'zrange', arity: -4, run: range() },
  { name: 'zrevrange', arity: -4, run: range({ by: 'rank', descending: true }) },
  { name: 'zrangebyscore', arity: -4, run: range({ by: 'score', descending: false }) },
  { name: 'zrevrangebyscore', arity: -4, run: range({ by: 'score', descending: true }) },
];
