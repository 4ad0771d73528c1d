/** ZADD with its conditions, and ZINCRBY. */
import type { Call } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { setScore } from '../keyspace/sorted-set.js';
import { parseFloat64 } from '../values/parse-number.js';
import { double, type Reply } from '../wire/reply.js';

const CONDITIONS = new Set(['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']);

export function addScores(args: string[], { db }: Call): Reply {
  const key = args[0]!;
  const options = new Options(args, 1);
  const words = readConditions(options);
  const scored = readScores(options.rest(), words);
  db.read(key, 'zset');
  let added = 0;
  let updated = 0;
  let last: Reply = null;
  for (const { score, member } of scored) {
    const before = db.read(key, 'zset')?.scores.get(member);
    const after = words.has('INCR') ? sumOf(before ?? 0, score) : score;
    if (!allows(words, before, after)) continue;
    last = double(after);
    if (before === after) continue;
    setScore(db.open(key, 'zset'), member, after);
    if (before === undefined) added++;
    else updated++;
  }
  if (added + updated > 0) db.changed(key);
  if (words.has('INCR')) return last;
  return words.has('CH') ? added + updated : added;
}

export function incrementScore([key, amount, member]: string[], { db }: Call): Reply {
  const by = parseFloat64(amount!);
  const after = sumOf(db.read(key!, 'zset')?.scores.get(member!) ?? 0, by);
  setScore(db.open(key!, 'zset'), member!, after);
  db.changed(key!);
  return double(after);
}

function readConditions(options: Options): Set<string> {
  const words = new Set<string>();
  while (CONDITIONS.has(options.peek())) words.add(options.word());
  return words;
}

/** Reads and checks everything before anything is changed. */
function readScores(pairs: string[], words: Set<string>): { score: number; member: string }[] {
  if (pairs.length === 0 || pairs.length % 2 !== 0) throw syntaxError();
  if (words.has('NX') && words.has('XX')) {
    throw new CommandError('ERR XX and NX options at the same time are not compatible');
  }
  if ([words.has('NX'), words.has('GT'), words.has('LT')].filter(Boolean).length > 1) {
    throw new CommandError('ERR GT, LT, and/or NX options at the same time are not compatible');
  }
  if (words.has('INCR') && pairs.length > 2) {
    throw new CommandError('ERR INCR option supports a single increment-element pair');
  }
  return Array.from({ length: pairs.length / 2 }, (_, pair) => ({
    score: parseFloat64(pairs[pair * 2]!),
    member: pairs[pair * 2 + 1]!,
  }));
}

function allows(words: Set<string>, before: number | undefined, after: number): boolean {
  if (before === undefined) return !words.has('XX');
  if (words.has('NX')) return false;
  if (words.has('GT') && after <= before) return false;
  return !words.has('LT') || after < before;
}

function sumOf(score: number, amount: number): number {
  const sum = score + amount;
  if (Number.isNaN(sum)) throw new CommandError('ERR resulting score is not a number (NaN)');
  return sum;
}
