// Writes replies. A cursor's batch is put together from the stored bytes: documents are not encoded again.
import { serialize } from 'bson';
import type { CursorBatch, Reply } from '../commands/command.js';
import { HEADER_BYTES, type Message, OP_MSG, OP_REPLY } from './message.js';

const name = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf8');

function int32(n: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(n);
  return bytes;
}

/** BSON of type (one byte), name, and value. */
const element = (type: number, field: string, ...value: Uint8Array[]): Uint8Array[] => [
  Buffer.of(type),
  name(field),
  ...value,
];

/** A BSON document or array from its elements. */
function wrap(elements: Uint8Array[]): Uint8Array[] {
  const size = elements.reduce((sum, part) => sum + part.length, 5);
  return [int32(size), ...elements, Buffer.of(0)];
}

/** {cursor: {<name>: [...documents], id, ns}, ok: 1} */
function cursorDocument(batch: CursorBatch): Uint8Array[] {
  const id = Buffer.allocUnsafe(8);
  id.writeBigInt64LE(batch.id.toBigInt());
  const namespace = name(batch.namespace);
  const ok = Buffer.allocUnsafe(8);
  ok.writeDoubleLE(1);
  const documents = wrap(batch.documents.flatMap((document, i) => element(0x03, String(i), document)));
  const cursor = wrap([
    ...element(0x04, batch.name, ...documents),
    ...element(0x12, 'id', id),
    ...element(0x02, 'ns', int32(namespace.length), namespace),
  ]);
  return wrap([...element(0x03, 'cursor', ...cursor), ...element(0x01, 'ok', ok)]);
}

function bodyOf(reply: Reply): Uint8Array[] {
  if ('cursor' in reply) return cursorDocument(reply.cursor);
  return [serialize({ ok: 1, ...reply.fields }, { ignoreUndefined: true })];
}

function header(size: number, requestId: number, responseTo: number, operation: number): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES);
  bytes.writeInt32LE(size, 0);
  bytes.writeInt32LE(requestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(operation, 12);
  return bytes;
}

const LEGACY_FLAGS = 8;

/** The answer to a message as one buffer. */
export function writeReply(message: Message, reply: Reply, requestId: number): Buffer {
  const body = bodyOf(reply);
  // OP_REPLY: flags, cursor id (8 bytes), start, count. OP_MSG: flags, one section of kind 0.
  const prefix = message.legacy
    ? Buffer.concat([int32(LEGACY_FLAGS), Buffer.alloc(12), int32(1)])
    : Buffer.concat([int32(0), Buffer.of(0)]);
  const size = body.reduce((sum, part) => sum + part.length, HEADER_BYTES + prefix.length);
  const operation = message.legacy ? OP_REPLY : OP_MSG;
  return Buffer.concat([header(size, requestId, message.requestId, operation), prefix, ...body], size);
}
