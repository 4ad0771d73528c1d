// Frames of the journal: [length u32][crc32 u32][BSON {entries}]. A frame counts whole or not at all.
import { closeSync, openSync, readSync } from 'node:fs';
import { Binary, Int32, Long } from 'bson';
import { type Document, decode, encode } from '../values/types.js';
import type { JournalEntry } from './journal-entry.js';

const HEADER = 8;

const TABLE = new Uint32Array(256).map((_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 (IEEE 802.3), as in zlib, which Node 20.19 does not offer yet on every line. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) value = TABLE[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

export function encodeFrame(entries: JournalEntry[]): Buffer {
  const body = encode({ entries: entries as unknown as Document[] });
  const frame = Buffer.allocUnsafe(HEADER + body.length);
  frame.writeUInt32LE(body.length, 0);
  frame.writeUInt32LE(crc32(body), 4);
  frame.set(body, HEADER);
  return frame;
}

/** Decoding keeps number types: entries' own counters come back as Int32. */
function entriesOf(body: Uint8Array): JournalEntry[] {
  const entries = decode(body)['entries'] as unknown as JournalEntry[];
  for (const entry of entries) {
    if (entry.op === 'statement') entry.index = Number(entry.index as unknown as Int32);
    if ((entry.op === 'statement' || entry.op === 'committed') && !(entry.number instanceof Long)) {
      throw new Error('a session entry without a 64-bit number');
    }
    if (entry.op === 'put' && !(entry.raw instanceof Binary)) throw new Error('a put entry without bytes');
  }
  return entries;
}

const CHUNK = 1 << 20;

/** Hands every whole frame to `apply`, in order; returns the byte where the first broken or cut one begins. */
export function readFrames(file: string, apply: (entry: JournalEntry) => void): { end: number; size: number } {
  const descriptor = openSync(file, 'r');
  let held = Buffer.alloc(0);
  let end = 0;
  let size = 0;
  const fill = (wanted: number): boolean => {
    while (held.length < wanted) {
      const chunk = Buffer.allocUnsafe(Math.max(CHUNK, wanted - held.length));
      const count = readSync(descriptor, chunk, 0, chunk.length, null);
      if (count === 0) return false;
      size += count;
      held = Buffer.concat([held, chunk.subarray(0, count)]);
    }
    return true;
  };
  try {
    while (fill(HEADER)) {
      const length = held.readUInt32LE(0);
      if (length < MIN_FRAME || length > MAX_FRAME || !fill(HEADER + length)) break;
      const body = held.subarray(HEADER, HEADER + length);
      if (crc32(body) !== held.readUInt32LE(4)) break;
      for (const entry of entriesOf(body)) apply(entry);
      held = held.subarray(HEADER + length);
      end += HEADER + length;
    }
    while (fill(held.length + 1));
  } finally {
    closeSync(descriptor);
  }
  return { end, size };
}

/** The empty BSON document: a tail of zeros is no frame, although its checksum would fit. */
const MIN_FRAME = 5;

/** Larger lengths are garbage: no command writes that much at once. */
const MAX_FRAME = 0x7fffffff;
