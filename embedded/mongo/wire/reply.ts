// Writes replies. A cursor's batch is put together from the stored bytes: documents are not encoded again.
import { calculateObjectSize, serialize } from 'bson';
import type { CursorBatch, Reply } from '../commands/command.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../values/document-size.js';
import { HEADER_BYTES, type Message, OP_MSG, OP_REPLY } from './message.js';

/** One buffer of known size, filled from the front. */
class Writer {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  int32(n: number): void {
    this.at = this.bytes.writeInt32LE(n, this.at);
  }

  int64(n: bigint): void {
    this.at = this.bytes.writeBigInt64LE(n, this.at);
  }

  double(n: number): void {
    this.at = this.bytes.writeDoubleLE(n, this.at);
  }

  byte(n: number): void {
    this.at = this.bytes.writeUInt8(n, this.at);
  }

  /** UTF-8 with a closing NUL. */
  text(text: string): void {
    this.at += this.bytes.write(text, this.at, 'utf8');
    this.byte(0);
  }

  raw(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }
}

// BSON type bytes. https://bsonspec.org/spec.html
const DOUBLE = 0x01;
const STRING = 0x02;
const DOCUMENT = 0x03;
const ARRAY = 0x04;
const INT64 = 0x12;

const textBytes = (text: string): number => Buffer.byteLength(text, 'utf8') + 1;

/** {cursor: {<name>: [...documents], id, ns}, ok: 1} */
function cursorDocument(batch: CursorBatch): Buffer {
  // A document or array is its size (4), its elements, and a NUL; an element is a type, a name and a value.
  const elements = batch.documents.reduce((sum, document, i) => sum + 1 + textBytes(String(i)) + document.length, 0);
  const array = 4 + elements + 1;
  const fields = 1 + textBytes(batch.name) + array + (1 + 3 + 8) + (1 + 3 + 4 + textBytes(batch.namespace));
  const cursor = 4 + fields + 1;
  const size = 4 + (1 + textBytes('cursor') + cursor) + (1 + 3 + 8) + 1;
  const bytes = Buffer.allocUnsafe(size);
  const writer = new Writer(bytes);
  writer.int32(size);
  writer.byte(DOCUMENT);
  writer.text('cursor');
  writer.int32(cursor);
  writer.byte(ARRAY);
  writer.text(batch.name);
  writer.int32(array);
  for (const [i, document] of batch.documents.entries()) {
    writer.byte(DOCUMENT);
    writer.text(String(i));
    writer.raw(document);
  }
  writer.byte(0);
  writer.byte(INT64);
  writer.text('id');
  writer.int64(batch.id.toBigInt());
  writer.byte(STRING);
  writer.text('ns');
  writer.int32(textBytes(batch.namespace));
  writer.text(batch.namespace);
  writer.byte(0);
  writer.byte(DOUBLE);
  writer.text('ok');
  writer.double(1);
  writer.byte(0);
  return bytes;
}

/** The fields of a reply; one that outgrows a document becomes the error that says so. */
function fieldsDocument(fields: Record<string, unknown>): Uint8Array {
  try {
    // Beyond its limit the encoder throws or cuts: see values/document-size.ts.
    const bytes = serialize({ ok: 1, ...fields }, { ignoreUndefined: true });
    if (bytes.length <= MAX_DOCUMENT_BYTES + REPLY_FIELDS) return bytes;
  } catch (error) {
    if (calculateObjectSize(fields) <= MAX_DOCUMENT_BYTES) throw error;
  }
  const { message, code, codeName } = tooLarge(calculateObjectSize(fields));
  return serialize({ ok: 0, errmsg: message, code, codeName });
}

/** Bytes that a reply may hold around a document of full size. */
const REPLY_FIELDS = 16 * 1024;

const bodyOf = (reply: Reply): Uint8Array =>
  'cursor' in reply ? cursorDocument(reply.cursor) : fieldsDocument(reply.fields);

function header(size: number, requestId: number, responseTo: number, operation: number): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES);
  bytes.writeInt32LE(size, 0);
  bytes.writeInt32LE(requestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(operation, 12);
  return bytes;
}

// OP_REPLY: flags (the server answers to awaits), cursor id (8 bytes), start, and a count of one document.
const LEGACY_PREFIX = Buffer.from([8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
// OP_MSG: no flags, and one section of kind 0.
const PREFIX = Buffer.alloc(5);

/** The answer to a message as one buffer. */
export function writeReply(message: Message, reply: Reply, requestId: number): Buffer {
  const body = bodyOf(reply);
  const prefix = message.legacy ? LEGACY_PREFIX : PREFIX;
  const size = HEADER_BYTES + prefix.length + body.length;
  const operation = message.legacy ? OP_REPLY : OP_MSG;
  return Buffer.concat([header(size, requestId, message.requestId, operation), prefix, body], size);
}
