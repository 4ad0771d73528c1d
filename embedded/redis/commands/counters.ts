/** Counters in strings: INCR and its relatives, on 64-bit integers. */
import type { Call, Command } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import { fitsInt64, parseInt64 } from '../values/parse-number.js';
import type { Reply } from '../wire/reply.js';

function add(key: string, amount: bigint, { db }: Call): Reply {
  const sum = addInt64(db.read(key, 'string'), amount);
  db.putString(key, String(sum));
  return sum;
}

/** The sum of a stored number, 0 when missing, and an amount. Refuses when either is no 64-bit integer or the sum is too big. */
export function addInt64(stored: string | undefined, amount: bigint, notAnInteger?: string): bigint {
  const sum = parseInt64(stored ?? '0', notAnInteger) + amount;
  if (!fitsInt64(sum)) throw new CommandError('ERR increment or decrement would overflow');
  return sum;
}

function decrBy([key, amount]: string[], call: Call): Reply {
  const parsed = parseInt64(amount!);
  if (!fitsInt64(-parsed)) throw new CommandError('ERR decrement would overflow');
  return add(key!, -parsed, call);
}

export const COUNTER_COMMANDS: readonly Command[] = [
  { name: 'incr', arity: 2, run: ([key], call) => add(key!, 1n, call) },
  { name: 'decr', arity: 2, run: ([key], call) => add(key!, -1n, call) },
  { name: 'incrby', arity: 3, run: ([key, amount], call) => add(key!, parseInt64(amount!), call) },
  { name: 'decrby', arity: 3, run: decrBy },
];
