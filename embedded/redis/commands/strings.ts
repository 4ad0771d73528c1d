/** Strings: GET and SET with their relatives. Counters are in counters.ts. */
import type { Call, Command } from '../execute/command.js';
import { CommandError, wrongArity } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { parseIndex } from '../values/parse-number.js';
import { sliceRange } from '../values/slice-range.js';
import { MAX_BULK_BYTES } from '../wire/parse-resp.js';
import { OK, type Reply } from '../wire/reply.js';
import { type DeadlineUnit, readDeadline } from './deadlines.js';
import { setWithOptions } from './set-with-options.js';

const get = ([key]: string[], { db }: Call): Reply => db.read(key!, 'string') ?? null;

const setWithTtl =
  (name: string, unit: DeadlineUnit) =>
  ([key, amount, value]: string[], { db, now }: Call): Reply => {
    db.put(key!, { kind: 'string', data: value! }, readDeadline(amount!, unit, now, name));
    return OK;
  };

function pairsOf(args: string[], name: string): [string, string][] {
  if (args.length % 2 !== 0) throw wrongArity(name);
  return Array.from({ length: args.length / 2 }, (_, pair) => [args[pair * 2]!, args[pair * 2 + 1]!]);
}

/** GETEX: reads a string and changes its deadline. */
function getEx(args: string[], { db, now }: Call): Reply {
  const [key] = args;
  const options = new Options(args, 1);
  const persist = options.take('PERSIST');
  const unit = options.done ? undefined : (options.word() as DeadlineUnit);
  const amount = unit === undefined ? undefined : options.value();
  if (!options.done || (persist && unit !== undefined)) throw new CommandError('ERR syntax error');
  const value = db.read(key!, 'string');
  if (value === undefined) return null;
  if (unit !== undefined) {
    const deadline = readDeadline(amount!, unit, now, 'getex');
    if (deadline <= now) db.remove(key!);
    else db.expireAt(key!, deadline);
  } else if (persist && db.expiresAt(key!) !== undefined) {
    db.expireAt(key!, undefined);
  }
  return value;
}

function append([key, suffix]: string[], { db }: Call): Reply {
  const value = (db.read(key!, 'string') ?? '') + suffix!;
  if (value.length > MAX_BULK_BYTES) {
    throw new CommandError('ERR string exceeds maximum allowed size (proto-max-bulk-len)');
  }
  db.putString(key!, value);
  return value.length;
}

/** Unlike other ranges, one that ends before the first byte still gives that byte, as in Redis. */
function getRange([key, firstText, lastText]: string[], { db }: Call): Reply {
  const [first, last] = [parseIndex(firstText!), parseIndex(lastText!)];
  const value = db.read(key!, 'string') ?? '';
  if (first < 0 && last < 0 && first > last) return '';
  return value.slice(...sliceRange(value.length, first, Math.max(last, -value.length)));
}

export const STRING_COMMANDS: readonly Command[] = [
  { name: 'get', arity: 2, run: get },
  { name: 'set', arity: -3, run: setWithOptions },
  { name: 'setex', arity: 4, run: setWithTtl('setex', 'EX') },
  { name: 'psetex', arity: 4, run: setWithTtl('psetex', 'PX') },
  {
    name: 'setnx',
    arity: 3,
    run: ([key, value], { db }) => {
      if (db.find(key!)) return 0;
      db.put(key!, { kind: 'string', data: value! });
      return 1;
    },
  },
  {
    name: 'getset',
    arity: 3,
    run: ([key, value], { db }) => {
      const before = db.read(key!, 'string') ?? null;
      db.put(key!, { kind: 'string', data: value! });
      return before;
    },
  },
  {
    name: 'getdel',
    arity: 2,
    run: ([key], { db }) => {
      const value = db.read(key!, 'string') ?? null;
      if (value !== null) db.remove(key!);
      return value;
    },
  },
  { name: 'getex', arity: -2, run: getEx },
  {
    name: 'mget',
    arity: -2,
    run: (keys, { db }) =>
      keys.map((key) => {
        const value = db.find(key);
        return value?.kind === 'string' ? value.data : null;
      }),
  },
  {
    name: 'mset',
    arity: -3,
    run: (args, { db }) => {
      for (const [key, data] of pairsOf(args, 'mset')) db.put(key, { kind: 'string', data });
      return OK;
    },
  },
  {
    name: 'msetnx',
    arity: -3,
    run: (args, { db }) => {
      const pairs = pairsOf(args, 'msetnx');
      if (pairs.some(([key]) => db.find(key))) return 0;
      for (const [key, data] of pairs) db.put(key, { kind: 'string', data });
      return 1;
    },
  },
  { name: 'append', arity: 3, run: append },
  { name: 'strlen', arity: 2, run: ([key], { db }) => db.read(key!, 'string')?.length ?? 0 },
  { name: 'getrange', arity: 4, run: getRange },
];
