/** Commands about keys whatever they hold. Deadlines are in expiry.ts. */
import type { Call, Command } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { compileGlob } from '../values/match-glob.js';
import { parseIndex } from '../values/parse-number.js';
import { OK, type Reply, status } from '../wire/reply.js';

const remove = (keys: string[], { db }: Call): Reply => keys.filter((key) => db.remove(key)).length;

const rename =
  (onlyIfFree: boolean) =>
  ([from, to]: string[], { db }: Call): Reply => {
    const value = db.find(from!);
    if (!value) throw new CommandError('ERR no such key');
    if (onlyIfFree && db.find(to!)) return 0;
    const deadline = db.expiresAt(from!);
    if (from !== to) {
      db.remove(from!);
      db.put(to!, value, deadline);
    }
    return onlyIfFree ? 1 : OK;
  };

function keysLike([pattern]: string[], { db }: Call): Reply {
  const matches = compileGlob(pattern!);
  return [...db.entries()].filter(({ key }) => matches(key)).map(({ key }) => key);
}

/**
 * SCAN: the cursor is the place of the last key given, in order of creation. A key that lives from the first call to
 * the last is given exactly once, whatever is added or removed meanwhile.
 */
function scan(args: string[], { db }: Call): Reply {
  if (!/^\d{1,20}$/.test(args[0]!)) throw new CommandError('ERR invalid cursor');
  const cursor = Number(args[0]);
  const { matches, count, type } = readScanOptions(new Options(args, 1));
  const keys: string[] = [];
  let seen = 0;
  let last = 0;
  for (const { key, value, serial } of db.entries()) {
    if (serial <= cursor) continue;
    if (seen === count) return [String(last), keys];
    seen++;
    last = serial;
    if (matches(key) && (type === undefined || value.kind === type)) keys.push(key);
  }
  return ['0', keys];
}

function readScanOptions(options: Options) {
  const read = { matches: (_key: string) => true, count: 10, type: undefined as string | undefined };
  while (!options.done) {
    const word = options.word();
    if (word === 'MATCH') read.matches = compileGlob(options.value());
    else if (word === 'TYPE') read.type = options.value().toLowerCase();
    else if (word === 'COUNT') read.count = parseIndex(options.value());
    else throw syntaxError();
    if (read.count < 1) throw syntaxError();
  }
  return read;
}

export const KEY_COMMANDS: readonly Command[] = [
  { name: 'del', arity: -2, run: remove },
  { name: 'unlink', arity: -2, run: remove },
  { name: 'exists', arity: -2, run: (keys, { db }) => keys.filter((key) => db.find(key)).length },
  { name: 'touch', arity: -2, run: (keys, { db }) => keys.filter((key) => db.find(key)).length },
  { name: 'type', arity: 2, run: ([key], { db }) => status(db.find(key!)?.kind ?? 'none') },
  { name: 'rename', arity: 3, run: rename(false) },
  { name: 'renamenx', arity: 3, run: rename(true) },
  { name: 'keys', arity: 2, run: keysLike },
  { name: 'scan', arity: -2, run: scan },
];
