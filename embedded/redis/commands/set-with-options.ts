/** SET with all its options: NX, XX, GET, KEEPTTL, EX, PX, EXAT, PXAT. */
import type { Call } from '../execute/command.js';
import { syntaxError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { OK, type Reply } from '../wire/reply.js';
import { isDeadlineUnit, readDeadline } from './deadlines.js';

interface SetOptions {
  when: 'NX' | 'XX' | undefined;
  get: boolean;
  keepTtl: boolean;
  lifetime: { unit: string; amount: string } | undefined;
}

export function setWithOptions(args: string[], { db, now }: Call): Reply {
  const [key, value] = args as [string, string];
  const { when, get, keepTtl, lifetime } = readOptions(new Options(args, 2));
  const deadline = lifetime && readDeadline(lifetime.amount, lifetime.unit, now, 'set');
  const before = get ? (db.read(key, 'string') ?? null) : null;
  const exists = db.find(key) !== undefined;
  if ((when === 'NX' && exists) || (when === 'XX' && !exists)) return before;
  if (deadline !== undefined && deadline <= now) {
    db.remove(key);
  } else {
    db.put(key, { kind: 'string', data: value }, keepTtl ? db.expiresAt(key) : deadline);
  }
  return get ? before : OK;
}

function readOptions(options: Options): SetOptions {
  const read: SetOptions = { when: undefined, get: false, keepTtl: false, lifetime: undefined };
  while (!options.done) {
    const word = options.word();
    if ((word === 'NX' || word === 'XX') && (read.when ?? word) === word) read.when = word;
    else if (word === 'GET') read.get = true;
    else if (word === 'KEEPTTL' && !read.lifetime) read.keepTtl = true;
    else if (isDeadlineUnit(word) && !read.lifetime && !read.keepTtl)
      read.lifetime = { unit: word, amount: options.value() };
    else throw syntaxError();
  }
  return read;
}
