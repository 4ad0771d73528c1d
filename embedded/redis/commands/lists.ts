/** Lists. Their blocking reads are in blocking-lists.ts. */
import type { Call, Command } from '../execute/command.js';
import { CommandError, wrongArity } from '../execute/command-error.js';
import { parseCount, parseIndex } from '../values/parse-number.js';
import { sliceRange } from '../values/slice-range.js';
import { NULL_ARRAY, OK, type Reply } from '../wire/reply.js';
import { BLOCKING_LIST_COMMANDS, type ListEnd } from './blocking-lists.js';

const pushTo =
  (end: ListEnd, onlyIfExists = false) =>
  ([key, ...values]: string[], { db }: Call): Reply => {
    if (onlyIfExists && !db.read(key!, 'list')) return 0;
    const list = db.open(key!, 'list');
    for (const value of values) {
      if (end === 'left') list.unshift(value);
      else list.push(value);
    }
    const { length } = list;
    db.changed(key!);
    return length;
  };

const popFrom =
  (end: ListEnd) =>
  ([key, countText, ...more]: string[], { db }: Call): Reply => {
    if (more.length > 0) throw wrongArity(end === 'left' ? 'lpop' : 'rpop');
    const count = countText === undefined ? 1 : parseCount(countText);
    const list = db.read(key!, 'list');
    if (!list) return countText === undefined ? null : NULL_ARRAY;
    if (count === 0) return [];
    const popped = end === 'left' ? list.splice(0, count) : list.splice(-count).reverse();
    db.changed(key!);
    return countText === undefined ? popped[0]! : popped;
  };

function range([key, first, last]: string[], { db }: Call): Reply {
  const ends = [parseIndex(first!), parseIndex(last!)] as const;
  const list = db.read(key!, 'list') ?? [];
  return list.slice(...sliceRange(list.length, ...ends));
}

function trim([key, first, last]: string[], { db }: Call): Reply {
  const ends = [parseIndex(first!), parseIndex(last!)] as const;
  const list = db.read(key!, 'list');
  if (!list) return OK;
  const [start, end] = sliceRange(list.length, ...ends);
  list.splice(Math.max(start, end));
  list.splice(0, start);
  db.changed(key!);
  return OK;
}

/** LREM: `count` > 0 removes from the left, < 0 from the right, 0 removes all. */
function removeValue([key, countText, value]: string[], { db }: Call): Reply {
  const count = parseIndex(countText!);
  const list = db.read(key!, 'list') ?? [];
  const limit = count === 0 ? list.length : Math.abs(count);
  let removed = 0;
  for (let step = 0, length = list.length; step < length && removed < limit; step++) {
    const at = count < 0 ? length - 1 - step : step - removed;
    if (list[at] !== value) continue;
    list.splice(at, 1);
    removed++;
  }
  if (removed > 0) db.changed(key!);
  return removed;
}

function setAt([key, indexText, value]: string[], { db }: Call): Reply {
  const list = db.read(key!, 'list');
  if (!list) throw new CommandError('ERR no such key');
  const index = parseIndex(indexText!);
  const at = index < 0 ? list.length + index : index;
  if (at < 0 || at >= list.length) throw new CommandError('ERR index out of range');
  list[at] = value!;
  db.changed(key!);
  return OK;
}

export const LIST_COMMANDS: readonly Command[] = [
  { name: 'lpush', arity: -3, run: pushTo('left') },
  { name: 'rpush', arity: -3, run: pushTo('right') },
  { name: 'lpushx', arity: -3, run: pushTo('left', true) },
  { name: 'rpushx', arity: -3, run: pushTo('right', true) },
  { name: 'lpop', arity: -2, run: popFrom('left') },
  { name: 'rpop', arity: -2, run: popFrom('right') },
  { name: 'llen', arity: 2, run: ([key], { db }) => db.read(key!, 'list')?.length ?? 0 },
  { name: 'lindex', arity: 3, run: ([key, index], { db }) => db.read(key!, 'list')?.at(parseIndex(index!)) ?? null },
  { name: 'lset', arity: 4, run: setAt },
  { name: 'lrange', arity: 4, run: range },
  { name: 'ltrim', arity: 4, run: trim },
  { name: 'lrem', arity: 4, run: removeValue },
  ...BLOCKING_LIST_COMMANDS,
];
