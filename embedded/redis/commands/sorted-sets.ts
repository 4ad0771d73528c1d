/** Sorted sets: scores, counts, removals. Adding is in add-scores.ts, ranges are in score-ranges.ts. */
import type { Call, Command } from '../execute/command.js';
import type { ScoredMember } from '../keyspace/sorted-set.js';
import { rankOf, removeMember, removeRange, scoreRange } from '../keyspace/sorted-set.js';
import { parseCount, parseIndex } from '../values/parse-number.js';
import { sliceRange } from '../values/slice-range.js';
import { double, type Reply } from '../wire/reply.js';
import { addScores, incrementScore } from './add-scores.js';
import { parseScoreBound, RANGE_COMMANDS, scoredReply } from './score-ranges.js';

function remove([key, ...members]: string[], { db }: Call): Reply {
  const zset = db.read(key!, 'zset');
  const removed = members.filter((member) => zset && removeMember(zset, member)).length;
  if (removed > 0) db.changed(key!);
  return removed;
}

function score(call: Call, key: string, members: string[]): Reply[] {
  const zset = call.db.read(key, 'zset');
  return members.map((member) => {
    const found = zset?.scores.get(member);
    return found === undefined ? null : double(found);
  });
}

function count([key, low, high]: string[], { db }: Call): Reply {
  const bounds = [parseScoreBound(low!), parseScoreBound(high!)] as const;
  const zset = db.read(key!, 'zset');
  if (!zset) return 0;
  const [start, end] = scoreRange(zset, ...bounds);
  return end - start;
}

function removeByScore([key, low, high]: string[], { db }: Call): Reply {
  const bounds = [parseScoreBound(low!), parseScoreBound(high!)] as const;
  const zset = db.read(key!, 'zset');
  const removed = zset ? removeRange(zset, ...scoreRange(zset, ...bounds)).length : 0;
  if (removed > 0) db.changed(key!);
  return removed;
}

function removeByRank([key, first, last]: string[], { db }: Call): Reply {
  const ends = [parseIndex(first!), parseIndex(last!)] as const;
  const zset = db.read(key!, 'zset');
  const removed = zset ? removeRange(zset, ...sliceRange(zset.ordered.length, ...ends)).length : 0;
  if (removed > 0) db.changed(key!);
  return removed;
}

const rank =
  (descending: boolean) =>
  ([key, member]: string[], { db }: Call): Reply => {
    const zset = db.read(key!, 'zset');
    const found = zset && rankOf(zset, member!);
    if (zset === undefined || found === undefined) return null;
    return descending ? zset.ordered.length - 1 - found : found;
  };

const pop =
  (end: 'lowest' | 'highest') =>
  (args: string[], { db, session }: Call): Reply => {
    const [key, countText] = args;
    const limit = countText === undefined ? 1 : parseCount(countText);
    const zset = db.read(key!, 'zset');
    if (!zset || limit === 0) return [];
    const size = zset.ordered.length;
    const popped: ScoredMember[] =
      end === 'lowest' ? removeRange(zset, 0, limit) : removeRange(zset, Math.max(0, size - limit), size).reverse();
    db.changed(key!);
    // Without a count RESP3 answers one flat pair, with a count a list of pairs.
    return scoredReply(popped, countText === undefined ? 2 : session.protocol);
  };

export const SORTED_SET_COMMANDS: readonly Command[] = [
  { name: 'zadd', arity: -4, run: addScores },
  { name: 'zincrby', arity: 4, run: incrementScore },
  { name: 'zrem', arity: -3, run: remove },
  { name: 'zcard', arity: 2, run: ([key], { db }) => db.read(key!, 'zset')?.scores.size ?? 0 },
  { name: 'zscore', arity: 3, run: ([key, member], call) => score(call, key!, [member!])[0]! },
  { name: 'zmscore', arity: -3, run: ([key, ...members], call) => score(call, key!, members) },
  { name: 'zcount', arity: 4, run: count },
  { name: 'zrank', arity: 3, run: rank(false) },
  { name: 'zrevrank', arity: 3, run: rank(true) },
  { name: 'zremrangebyscore', arity: 4, run: removeByScore },
  { name: 'zremrangebyrank', arity: 4, run: removeByRank },
  { name: 'zpopmin', arity: -2, run: pop('lowest') },
  { name: 'zpopmax', arity: -2, run: pop('highest') },
  ...RANGE_COMMANDS,
];
