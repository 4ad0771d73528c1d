/** Deadlines of keys: EXPIRE and its relatives. A deadline in the past removes the key at once. */
import type { Call, Command } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import type { Reply } from '../wire/reply.js';
import { type DeadlineUnit, toDeadline } from './deadlines.js';

interface Condition {
  readonly has: Set<string>;
}

const expire =
  (name: string, unit: DeadlineUnit) =>
  ([key, amount, ...words]: string[], { db, now }: Call): Reply => {
    const condition = readCondition(words);
    const deadline = toDeadline(amount!, unit, now, name);
    if (!db.find(key!) || !allows(condition, db.expiresAt(key!), deadline)) return 0;
    if (deadline <= now) db.remove(key!);
    else db.expireAt(key!, deadline);
    return 1;
  };

function readCondition(words: string[]): Condition {
  const has = new Set<string>();
  for (const word of words) {
    const option = word.toUpperCase();
    if (!['NX', 'XX', 'GT', 'LT'].includes(option)) throw new CommandError(`ERR Unsupported option ${word}`);
    has.add(option);
  }
  if (has.has('NX') && has.size > 1) {
    throw new CommandError('ERR NX and XX, GT or LT options at the same time are not compatible');
  }
  if (has.has('GT') && has.has('LT')) {
    throw new CommandError('ERR GT and LT options at the same time are not compatible');
  }
  return { has };
}

/** A key without a deadline counts as living for ever. */
function allows({ has }: Condition, current: number | undefined, deadline: number): boolean {
  if (has.has('NX') && current !== undefined) return false;
  if (has.has('XX') && current === undefined) return false;
  if (has.has('GT') && deadline <= (current ?? Number.POSITIVE_INFINITY)) return false;
  return !has.has('LT') || deadline < (current ?? Number.POSITIVE_INFINITY);
}

/** -2 without the key, -1 without a deadline. */
const deadlineReply =
  (format: (deadline: number, now: number) => number) =>
  ([key]: string[], { db, now }: Call): Reply => {
    if (!db.find(key!)) return -2;
    const deadline = db.expiresAt(key!);
    return deadline === undefined ? -1 : format(deadline, now);
  };

export const EXPIRY_COMMANDS: readonly Command[] = [
  { name: 'expire', arity: -3, run: expire('expire', 'EX') },
  { name: 'pexpire', arity: -3, run: expire('pexpire', 'PX') },
  { name: 'expireat', arity: -3, run: expire('expireat', 'EXAT') },
  { name: 'pexpireat', arity: -3, run: expire('pexpireat', 'PXAT') },
  { name: 'ttl', arity: 2, run: deadlineReply((deadline, now) => Math.floor((deadline - now + 500) / 1000)) },
  { name: 'pttl', arity: 2, run: deadlineReply((deadline, now) => deadline - now) },
  { name: 'expiretime', arity: 2, run: deadlineReply((deadline) => Math.floor((deadline + 500) / 1000)) },
  { name: 'pexpiretime', arity: 2, run: deadlineReply((deadline) => deadline) },
  {
    name: 'persist',
    arity: 2,
    run: ([key], { db }) => {
      if (db.expiresAt(key!) === undefined) return 0;
      db.expireAt(key!, undefined);
      return 1;
    },
  },
];
