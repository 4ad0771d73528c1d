/**
 * The journal on disk: a first line that names the format, then frames of
 * `length (u32) | CRC-32 of the payload (u32) | payload`, the payload being a record in V8's serialization.
 */
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Effect } from '../execute/engine.js';
import type { Value } from '../keyspace/values.js';

/** Commands that ran together at one time, or, in a rewritten journal, one key as it was. */
export type JournalRecord =
  | { readonly type: 'effects'; readonly at: number; readonly effects: readonly Effect[] }
  | {
      readonly type: 'key';
      readonly database: number;
      readonly key: string;
      readonly value: Value;
      readonly expiresAt: number | undefined;
    };

export const FORMAT_LINE = Buffer.from('mosaic redis journal 1\n');
const PREFIX_BYTES = 8;

/** One record as the bytes of its frame. */
export function encodeFrame(record: JournalRecord): Buffer {
  const payload = serialize(record);
  const prefix = Buffer.allocUnsafe(PREFIX_BYTES);
  prefix.writeUInt32LE(payload.length, 0);
  prefix.writeUInt32LE(crc32(payload), 4);
  return Buffer.concat([prefix, payload]);
}

/**
 * Gives the records from the start on, each with the offset of its end, up to the first frame that is incomplete or
 * damaged. Throws when the bytes are no journal of this format at all.
 */
export function* decodeFrames(bytes: Buffer): Generator<{ record: JournalRecord; end: number }> {
  if (!bytes.subarray(0, FORMAT_LINE.length).equals(FORMAT_LINE)) throw new Error('not a journal of this server');
  let at = FORMAT_LINE.length;
  while (at + PREFIX_BYTES <= bytes.length) {
    const end = at + PREFIX_BYTES + bytes.readUInt32LE(at);
    const payload = bytes.subarray(at + PREFIX_BYTES, end);
    if (end > bytes.length || payload.length === 0 || crc32(payload) !== bytes.readUInt32LE(at + 4)) return;
    yield { record: deserialize(payload) as JournalRecord, end };
    at = end;
  }
}
