/** The trimming part of XADD and XTRIM: `MAXLEN|MINID [=|~] threshold [LIMIT count]`. */
import { CommandError } from '../execute/command-error.js';
import type { Options } from '../execute/options.js';
import type { Trim } from '../keyspace/stream.js';
import { parseId } from '../keyspace/stream-id.js';
import { parseIndex } from '../values/parse-number.js';

/** An approximate trim without LIMIT removes at most this many entries at once (100 blocks). */
const DEFAULT_LIMIT = 10_000;

/** Takes the trimming words that come next; stops at the first word that is none of them. */
export function readTrim(options: Options): Trim | undefined {
  let keep: Trim['keep'] | undefined;
  let approximate = false;
  let limit: number | undefined;
  for (;;) {
    if (options.take('LIMIT')) {
      limit = parseIndex(options.value());
      if (limit < 0) throw new CommandError('ERR The LIMIT argument must be >= 0.');
      continue;
    }
    const strategy = options.peek();
    if ((strategy !== 'MAXLEN' && strategy !== 'MINID') || options.left < 2) break;
    options.word();
    if (keep) throw new CommandError('ERR syntax error, MAXLEN and MINID options at the same time are not compatible');
    approximate = options.take('~');
    if (!approximate) options.take('=');
    keep = strategy === 'MAXLEN' ? { newest: readLength(options) } : { from: parseId(options.value(), 0n, true) };
  }
  if (limit !== undefined && !approximate) {
    throw new CommandError('ERR syntax error, LIMIT cannot be used without the special ~ option');
  }
  return keep && { keep, approximate, limit: limit ?? (approximate ? DEFAULT_LIMIT : 0) };
}

function readLength(options: Options): number {
  const length = parseIndex(options.value());
  if (length < 0) throw new CommandError('ERR The MAXLEN argument must be >= 0.');
  return length;
}
