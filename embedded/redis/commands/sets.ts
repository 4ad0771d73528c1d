/** Sets of strings. */
import type { Call, Command } from '../execute/command.js';
import { type Reply, set } from '../wire/reply.js';

function add([key, ...members]: string[], { db }: Call): Reply {
  const found = db.open(key!, 'set');
  const before = found.size;
  for (const member of members) found.add(member);
  const added = found.size - before;
  if (added > 0) db.changed(key!);
  return added;
}

function remove([key, ...members]: string[], { db }: Call): Reply {
  const found = db.read(key!, 'set');
  const removed = members.filter((member) => found?.delete(member)).length;
  if (removed > 0) db.changed(key!);
  return removed;
}

/** All members; a set of small integers answers in numeric order, as Redis stores it. */
function members([key]: string[], { db }: Call): Reply {
  const found = [...(db.read(key!, 'set') ?? [])];
  const numeric = found.length <= 512 && found.every((member) => /^(0|-?[1-9]\d{0,14})$/.test(member));
  return set(numeric ? found.sort((a, b) => Number(a) - Number(b)) : found);
}

function contains([key, ...candidates]: string[], { db }: Call): (0 | 1)[] {
  const found = db.read(key!, 'set');
  return candidates.map((member) => (found?.has(member) ? 1 : 0));
}

/** Combines the sets of the keys; a missing key counts as an empty set. */
const combine =
  (pick: (sets: ReadonlySet<string>[]) => Iterable<string>) =>
  (keys: string[], { db }: Call): Reply =>
    set([...pick(keys.map((key) => db.read(key, 'set') ?? new Set<string>()))]);

const intersection = ([first, ...others]: ReadonlySet<string>[]): string[] =>
  [...first!].filter((member) => others.every((other) => other.has(member)));

const difference = ([first, ...others]: ReadonlySet<string>[]): string[] =>
  [...first!].filter((member) => !others.some((other) => other.has(member)));

const union = (sets: ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((one) => [...one]));

export const SET_COMMANDS: readonly Command[] = [
  { name: 'sadd', arity: -3, run: add },
  { name: 'srem', arity: -3, run: remove },
  { name: 'smembers', arity: 2, run: members },
  { name: 'sismember', arity: 3, run: (args, call) => contains(args, call)[0]! },
  { name: 'smismember', arity: -3, run: contains },
  { name: 'scard', arity: 2, run: ([key], { db }) => db.read(key!, 'set')?.size ?? 0 },
  { name: 'sinter', arity: -2, run: combine(intersection) },
  { name: 'sunion', arity: -2, run: combine(union) },
  { name: 'sdiff', arity: -2, run: combine(difference) },
];
