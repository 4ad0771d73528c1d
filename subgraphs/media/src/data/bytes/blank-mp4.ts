// An MP4 without what it says of its maker (ISO/IEC 14496-12): user data, metadata and private boxes become free space of
// the same length, so that every offset in the file stays true. Read as a stream; only the index is ever held whole.
import { type ByteReader, Unreadable } from './byte-reader.js';

const LARGEST_INDEX = 32 * 1_048_576;
const MOST_BOXES = 10_000;
const TOLD = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf', 'mvex', 'moof', 'traf']);

/** The same film with the told boxes blanked. Throws Unreadable when boxes do not fit into each other, or have no film. */
export async function* blankMp4(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const seen = new Set<string>();
  for (let count = 0; !(await reader.isAtEnd()); count += 1) {
    if (count > MOST_BOXES) throw new Unreadable();
    const head = Buffer.from(await reader.take(8));
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    if (count === 0 && type !== 'ftyp') throw new Unreadable();
    seen.add(type);
    const long = short === 1 ? Buffer.from(await reader.take(8)) : null;
    const headBytes = long ? 16 : 8;
    const size = long ? Number(long.readBigUInt64BE()) : short;
    if (size !== 0 && (size < headBytes || !Number.isSafeInteger(size))) throw new Unreadable();
    const body = size === 0 ? Number.POSITIVE_INFINITY : size - headBytes; // 0: up to the end of the file
    if (TOLD.has(type)) head.write('free', 4, 'latin1');
    yield head;
    if (long) yield long;
    if (TOLD.has(type)) yield* blanked(reader.upTo(body));
    else if (CONTAINERS.has(type)) {
      if (body > LARGEST_INDEX) throw new Unreadable();
      const index = Buffer.from(await reader.take(body));
      blankWithin(index, 0);
      yield index;
    } else yield* reader.upTo(body);
  }
  if (!seen.has('moov') || !(seen.has('mdat') || seen.has('moof'))) throw new Unreadable();
}

async function* blanked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) yield Buffer.alloc(part.length);
}

/** Blanks in place, inside the boxes that hold boxes. */
function blankWithin(box: Buffer, depth: number): void {
  if (depth > 10) throw new Unreadable();
  for (let at = 0; at < box.length; ) {
    if (at + 8 > box.length) throw new Unreadable();
    const size = box.readUInt32BE(at);
    const type = box.toString('latin1', at + 4, at + 8);
    if (size < 8 || at + size > box.length) throw new Unreadable();
    const body = box.subarray(at + 8, at + size);
    if (TOLD.has(type)) {
      box.write('free', at + 4, 'latin1');
      body.fill(0);
    } else if (CONTAINERS.has(type)) blankWithin(body, depth + 1);
    else if (type === 'hdlr')
      body.fill(0, 24); // the handler's name: free text of whoever wrote the file
    else if (type === 'mvhd' || type === 'tkhd' || type === 'mdhd') blankTimes(body);
    at += size;
  }
}

/** When it was made and changed: the first fields after version and flags, four bytes each or eight. */
function blankTimes(body: Buffer): void {
  body.fill(0, 4, body[0] === 1 ? 20 : 12);
}
