/** BLPOP and BRPOP: wait until one of the lists has an element. */
import type { Call, Command, Outcome } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import type { Keyspace } from '../keyspace/keyspace.js';
import { parseFloat64 } from '../values/parse-number.js';
import { NULL_ARRAY, type Reply } from '../wire/reply.js';

export type ListEnd = 'left' | 'right';

const popOrWait =
  (end: ListEnd) =>
  (args: string[], { db }: Call): Outcome => {
    const keys = args.slice(0, -1);
    const timeoutMs = readTimeout(args.at(-1)!);
    const popped = popFirst(db, keys, end, true);
    if (popped !== undefined) return popped;
    // A key that gets another kind of value meanwhile is no list to wait for, and no reason to give up.
    const attempt = (): Reply | undefined => popFirst(db, keys, end, false);
    return { kind: 'wait', keys, timeoutMs, timeoutReply: NULL_ARRAY, attempt };
  };

/** Pops from the first list with an element and gives its key and the element. */
function popFirst(db: Keyspace, keys: readonly string[], end: ListEnd, strict: boolean): Reply | undefined {
  for (const key of keys) {
    const list = strict || db.find(key)?.kind === 'list' ? db.read(key, 'list') : undefined;
    const element = end === 'left' ? list?.shift() : list?.pop();
    if (element === undefined) continue;
    db.changed(key);
    return [key, element];
  }
  return undefined;
}

/** Seconds, possibly fractional, as milliseconds. */
function readTimeout(text: string): number {
  const seconds = parseFloat64(text, 'ERR timeout is not a float or out of range');
  if (seconds < 0) throw new CommandError('ERR timeout is negative');
  if (!Number.isFinite(seconds)) throw new CommandError('ERR timeout is out of range');
  return Math.ceil(seconds * 1000);
}

export const BLOCKING_LIST_COMMANDS: readonly Command[] = [
  { name: 'blpop', arity: -3, run: popOrWait('left') },
  { name: 'brpop', arity: -3, run: popOrWait('right') },
];
