/** XADD: gives the entry its id, adds it, and trims. */
import type { Call } from '../execute/command.js';
import { CommandError, wrongArity } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { type Stream, trimStream } from '../keyspace/stream.js';
import {
  formatId,
  HIGHEST_ID,
  makeId,
  millisecondsOf,
  parseAutoSequence,
  parseId,
  type StreamId,
} from '../keyspace/stream-id.js';
import type { Reply } from '../wire/reply.js';
import { readTrim } from './trim-options.js';

export function addEntry(args: string[], { db, now }: Call): Reply {
  const key = args[0]!;
  const options = new Options(args, 1);
  let create = !options.take('NOMKSTREAM');
  const trim = readTrim(options);
  if (options.take('NOMKSTREAM')) create = false;
  const idText = options.value();
  const wanted = wantedId(idText);
  const fields = options.rest();
  if (fields.length === 0 || fields.length % 2 !== 0) throw wrongArity('xadd');
  if (wanted === 0n) throw new CommandError('ERR The ID specified in XADD must be greater than 0-0');
  const known = db.read(key, 'stream');
  if (!known && !create) return null;
  const id = nextId(known?.lastId ?? 0n, wanted, now);
  const stream: Stream = known ?? db.open(key, 'stream');
  stream.entries.push({ id, fields });
  stream.lastId = id;
  stream.entriesAdded++;
  if (trim) trimStream(stream, trim);
  db.changed(key);
  return formatId(id);
}

/** `*`, `5-*` or a whole id. */
type WantedId = StreamId | 'auto' | { milliseconds: bigint };

function wantedId(text: string): WantedId {
  if (text === '*') return 'auto';
  const milliseconds = parseAutoSequence(text);
  return milliseconds === undefined ? parseId(text, 0n, true) : { milliseconds };
}

/** The id the new entry gets: always above the highest one so far, whatever the clock says. */
function nextId(last: StreamId, wanted: WantedId, now: number): StreamId {
  if (last === HIGHEST_ID) {
    throw new CommandError('ERR The stream has exhausted the last possible ID, unable to add more items');
  }
  if (wanted === 'auto') {
    const fresh = makeId(BigInt(now), 0n);
    return fresh > last ? fresh : last + 1n;
  }
  const id = typeof wanted === 'bigint' ? wanted : firstFree(last, wanted.milliseconds);
  if (id > last) return id;
  throw new CommandError('ERR The ID specified in XADD is equal or smaller than the target stream top item');
}

function firstFree(last: StreamId, milliseconds: bigint): StreamId {
  const fresh = makeId(milliseconds, 0n);
  const next = last + 1n;
  if (fresh > last) return fresh;
  return millisecondsOf(next) === milliseconds ? next : last;
}
