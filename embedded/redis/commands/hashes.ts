/** Hashes: fields with string values, kept in order of insertion. */
import type { Call, Command } from '../execute/command.js';
import { wrongArity } from '../execute/command-error.js';
import { parseInt64 } from '../values/parse-number.js';
import { map, OK, type Reply } from '../wire/reply.js';
import { addInt64 } from './counters.js';

const setFields =
  (name: string, answer: (added: number) => Reply) =>
  ([key, ...pairs]: string[], { db }: Call): Reply => {
    if (pairs.length % 2 !== 0) throw wrongArity(name);
    const hash = db.open(key!, 'hash');
    const before = hash.size;
    for (let at = 0; at < pairs.length; at += 2) hash.set(pairs[at]!, pairs[at + 1]!);
    db.changed(key!);
    return answer(hash.size - before);
  };

function deleteFields([key, ...fields]: string[], { db }: Call): Reply {
  const hash = db.read(key!, 'hash');
  const removed = fields.filter((field) => hash?.delete(field)).length;
  if (removed > 0) db.changed(key!);
  return removed;
}

function incrementField([key, field, amount]: string[], { db }: Call): Reply {
  const by = parseInt64(amount!);
  const sum = addInt64(db.read(key!, 'hash')?.get(field!), by, 'ERR hash value is not an integer');
  db.open(key!, 'hash').set(field!, String(sum));
  db.changed(key!);
  return sum;
}

function setFieldIfFree([key, field, value]: string[], { db }: Call): Reply {
  if (db.read(key!, 'hash')?.has(field!)) return 0;
  db.open(key!, 'hash').set(field!, value!);
  db.changed(key!);
  return 1;
}

function getFields([key, ...fields]: string[], { db }: Call): Reply {
  const hash = db.read(key!, 'hash');
  return fields.map((field) => hash?.get(field) ?? null);
}

export const HASH_COMMANDS: readonly Command[] = [
  { name: 'hset', arity: -4, run: setFields('hset', (added) => added) },
  { name: 'hmset', arity: -4, run: setFields('hmset', () => OK) },
  { name: 'hsetnx', arity: 4, run: setFieldIfFree },
  { name: 'hget', arity: 3, run: ([key, field], { db }) => db.read(key!, 'hash')?.get(field!) ?? null },
  { name: 'hmget', arity: -3, run: getFields },
  { name: 'hgetall', arity: 2, run: ([key], { db }) => map([...(db.read(key!, 'hash') ?? [])]) },
  { name: 'hdel', arity: -3, run: deleteFields },
  { name: 'hlen', arity: 2, run: ([key], { db }) => db.read(key!, 'hash')?.size ?? 0 },
  { name: 'hexists', arity: 3, run: ([key, field], { db }) => (db.read(key!, 'hash')?.has(field!) ? 1 : 0) },
  { name: 'hkeys', arity: 2, run: ([key], { db }) => [...(db.read(key!, 'hash')?.keys() ?? [])] },
  { name: 'hvals', arity: 2, run: ([key], { db }) => [...(db.read(key!, 'hash')?.values() ?? [])] },
  { name: 'hincrby', arity: 4, run: incrementField },
];
