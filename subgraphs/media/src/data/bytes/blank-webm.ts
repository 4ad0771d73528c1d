// A WebM without what it says of its maker (RFC 9559): tags, attachments, and the texts of its segment information become
// Void elements of the same length, so that every position in the file stays true.
import { type ByteReader, Unreadable } from './byte-reader.js';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const INFORMATION = 0x1549a966;
const VOID = 0xec;
/** Tags, Attachments, Void itself. */
const TOLD = new Set([0x1254c367, 0x1941a469, VOID]);
/** Title, MuxingApp, WritingApp, DateUTC, SegmentFilename, SegmentUUID. */
const TOLD_INFORMATION = new Set([0x7ba9, 0x4d80, 0x5741, 0x4461, 0x7384, 0x73a4]);
const LARGEST_INFORMATION = 1_048_576;
const LARGEST_TOLD = 16 * 1_048_576;
const MOST_ELEMENTS = 1_000_000;

interface Head {
  readonly id: number;
  /** Infinity for "unknown". */
  readonly size: number;
  readonly bytes: Buffer;
}

/** The same film with what it tells blanked. Throws Unreadable for anything else than one EBML header and one segment. */
export async function* blankWebm(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const ebml = await readHead(reader);
  if (ebml.id !== EBML || ebml.size > 1_024) throw new Unreadable();
  yield ebml.bytes;
  yield* reader.upTo(ebml.size);
  const segment = await readHead(reader);
  if (segment.id !== SEGMENT) throw new Unreadable();
  yield segment.bytes;
  const seen = new Set<number>();
  for (let left = segment.size, count = 0; left > 0 && !(await reader.isAtEnd()); count += 1) {
    const head = await readHead(reader);
    // A live recording's clusters of unknown length would hide what follows them.
    if (head.size === Number.POSITIVE_INFINITY || count > MOST_ELEMENTS) throw new Unreadable();
    seen.add(head.id);
    left -= head.bytes.length + head.size;
    if (TOLD.has(head.id)) {
      if (head.size > LARGEST_TOLD) throw new Unreadable();
      yield voidOf(head.bytes.length + (await reader.take(head.size)).length);
    } else if (head.id === INFORMATION) yield* blankInformation(head, reader);
    else {
      yield head.bytes;
      yield* reader.upTo(head.size);
    }
  }
  if (!seen.has(TRACKS) || !(await reader.isAtEnd())) throw new Unreadable();
}

async function* blankInformation(head: Head, reader: ByteReader): AsyncGenerator<Uint8Array> {
  if (head.size > LARGEST_INFORMATION) throw new Unreadable();
  yield head.bytes;
  for (let left = head.size; left > 0; ) {
    const child = await readHead(reader);
    left -= child.bytes.length + child.size;
    if (left < 0) throw new Unreadable();
    const body = await reader.take(child.size);
    if (TOLD_INFORMATION.has(child.id)) yield voidOf(child.bytes.length + body.length);
    else yield Buffer.concat([child.bytes, body]);
  }
}

/** A variable-length integer's bytes (RFC 8794, section 4): as many as its first byte has leading zeros, and one. */
async function readNumber(reader: ByteReader, longest: number): Promise<Buffer> {
  const first = Buffer.from(await reader.take(1));
  const length = Math.clz32(first[0] ?? 0) - 23;
  if (length > longest) throw new Unreadable();
  return Buffer.concat([first, await reader.take(length - 1)]);
}

async function readHead(reader: ByteReader): Promise<Head> {
  const id = await readNumber(reader, 4);
  const size = await readNumber(reader, 8);
  const value = BigInt(`0x${size.toString('hex')}`) & ((1n << BigInt(7 * size.length)) - 1n);
  const isUnknown = value === (1n << BigInt(7 * size.length)) - 1n;
  if (!isUnknown && value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unreadable();
  return {
    id: id.readUIntBE(0, id.length),
    size: isUnknown ? Number.POSITIVE_INFINITY : Number(value),
    bytes: Buffer.concat([id, size]),
  };
}

/** An empty element of exactly so many bytes, head included. */
function voidOf(length: number): Buffer {
  if (length < 2) throw new Unreadable();
  const sizeBytes = length < 10 ? 1 : 8;
  const element = Buffer.alloc(length);
  element[0] = VOID;
  const body = length - 1 - sizeBytes;
  if (sizeBytes === 1) element[1] = 0x80 | body;
  else element.writeBigUInt64BE((1n << 56n) | BigInt(body), 1);
  return element;
}
