/**
 * Stream ids, `<milliseconds>-<sequence>`, both 64 bits unsigned.
 * An id is held as one bigint (milliseconds * 2^64 + sequence): ids compare and count like numbers.
 */
import { CommandError } from '../execute/command-error.js';

export type StreamId = bigint;

const MAX_PART = 2n ** 64n - 1n;
export const LOWEST_ID: StreamId = 0n;
export const HIGHEST_ID: StreamId = 2n ** 128n - 1n;

export function makeId(milliseconds: bigint, sequence: bigint): StreamId {
  return (milliseconds << 64n) | sequence;
}

export const millisecondsOf = (id: StreamId): bigint => id >> 64n;

export function formatId(id: StreamId): string {
  return `${id >> 64n}-${id & MAX_PART}`;
}

/** `5-1`, or `5` with the sequence given by the caller; also `-` and `+` unless strict. Refuses anything else. */
export function parseId(text: string, missingSequence: bigint, strict = false): StreamId {
  if (!strict && text === '-') return LOWEST_ID;
  if (!strict && text === '+') return HIGHEST_ID;
  const match = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(text);
  if (!match) throw invalidId();
  const sequence = match[2] === undefined ? missingSequence : parsePart(match[2]);
  return makeId(parsePart(match[1]!), sequence);
}

/** True for `5-1` and `5`. */
export function isId(text: string): boolean {
  const parts = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(text);
  return parts !== null && [parts[1], parts[2] ?? '0'].every((part) => BigInt(part!) <= MAX_PART);
}

/** The milliseconds of `5-*`, the form whose sequence the server chooses; undefined for other forms. */
export function parseAutoSequence(text: string): bigint | undefined {
  return text.endsWith('-*') ? parsePart(text.slice(0, -2)) : undefined;
}

/** One end of XRANGE and XPENDING: `(5-1` excludes the id itself. */
export function parseRangeEnd(text: string, end: 'low' | 'high'): StreamId {
  const missing = end === 'low' ? 0n : MAX_PART;
  if (!text.startsWith('(')) return parseId(text, missing);
  const id = parseId(text.slice(1), missing, true);
  const moved = end === 'low' ? id + 1n : id - 1n;
  if (moved >= LOWEST_ID && moved <= HIGHEST_ID) return moved;
  throw new CommandError(`ERR invalid ${end === 'low' ? 'start' : 'end'} ID for the interval`);
}

function parsePart(text: string): bigint {
  const part = /^\d{1,20}$/.test(text) ? BigInt(text) : MAX_PART + 1n;
  if (part > MAX_PART) throw invalidId();
  return part;
}

function invalidId(): CommandError {
  return new CommandError('ERR Invalid stream ID specified as stream command argument');
}
