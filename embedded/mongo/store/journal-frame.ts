// Frames of the journal: [length u32][crc32 u32][BSON entries, end to end]. A frame counts whole or not at all.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Binary, Int32, Long } from 'bson';
import { type Document, decode, encode } from '../values/types.js';
import type { JournalEntry } from './journal-entry.js';

const HEADER = 8;

/** Entries are encoded one by one: together they may be larger than any one document. */
export function encodeFrame(entries: JournalEntry[]): Buffer {
  const body = Buffer.concat(entries.map((entry) => encode(entry as unknown as Document)));
  const frame = Buffer.allocUnsafe(HEADER + body.length);
  frame.writeUInt32LE(body.length, 0);
  frame.writeUInt32LE(crc32(body), 4);
  frame.set(body, HEADER);
  return frame;
}

/** Decoding keeps number types: an entry's own counter comes back as an Int32. */
function readEntry(bytes: Uint8Array): JournalEntry {
  const entry = decode(bytes) as unknown as JournalEntry;
  if (entry.op === 'statement') entry.index = (entry.index as unknown as Int32).value;
  if ((entry.op === 'statement' || entry.op === 'committed') && !(entry.number instanceof Long)) {
    throw new Error('a session entry without a 64-bit number');
  }
  if (entry.op === 'put' && !(entry.raw instanceof Binary)) throw new Error('a put entry without bytes');
  return entry;
}

function* entriesOf(body: Buffer): Generator<JournalEntry> {
  for (let at = 0; at < body.length; ) {
    const size = body.readInt32LE(at);
    yield readEntry(body.subarray(at, at + size));
    at += size;
  }
}

const CHUNK = 1 << 20;
/** The empty BSON document: a tail of zeros is no frame, although its checksum would fit. */
const MIN_BODY = 5;

/** Hands every whole frame to `apply`, in order; `end` is the byte where the first broken or cut one begins. */
export function readFrames(file: string, apply: (entry: JournalEntry) => void): { end: number; size: number } {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    let held = Buffer.alloc(0);
    let end = 0;
    /** Makes sure of so many bytes from `end` on; false when the file does not have them. */
    const hold = (wanted: number): boolean => {
      if (end + wanted > size) return false;
      while (held.length < wanted) {
        const chunk = Buffer.allocUnsafe(Math.max(CHUNK, wanted - held.length));
        const count = readSync(descriptor, chunk, 0, chunk.length, null);
        if (count === 0) return false;
        held = Buffer.concat([held, chunk.subarray(0, count)]);
      }
      return true;
    };
    while (hold(HEADER)) {
      const length = held.readUInt32LE(0);
      if (length < MIN_BODY || !hold(HEADER + length)) break;
      const body = held.subarray(HEADER, HEADER + length);
      if (crc32(body) !== held.readUInt32LE(4)) break;
      for (const entry of entriesOf(body)) apply(entry);
      held = held.subarray(HEADER + length);
      end += HEADER + length;
    }
    return { end, size };
  } finally {
    closeSync(descriptor);
  }
}
