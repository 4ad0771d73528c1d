// Reads messages of the MongoDB wire protocol: OP_MSG, and the OP_QUERY that old handshakes use.
// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
import { type Document, decode, isDocument } from '../values/types.js';

export const OP_REPLY = 1;
export const OP_QUERY = 2004;
export const OP_MSG = 2013;

export const HEADER_BYTES = 16;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

export interface Message {
  requestId: number;
  body: Document;
  /** Answer as OP_REPLY: the client does not speak OP_MSG yet. */
  legacy: boolean;
  /** The client does not read an answer (write concern 0). */
  silent: boolean;
}

export class MalformedMessage extends Error {}

function documentAt(frame: Buffer, at: number, end: number): { document: Document; next: number } {
  const size = at + 4 <= end ? frame.readInt32LE(at) : 0;
  if (size < 5 || at + size > end) throw new MalformedMessage('a document leaves its message');
  try {
    return { document: decode(frame.subarray(at, at + size)), next: at + size };
  } catch (error) {
    throw new MalformedMessage(`a document that is none: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function textAt(frame: Buffer, at: number, end: number): { text: string; next: number } {
  const stop = frame.indexOf(0, at);
  if (stop < 0 || stop >= end) throw new MalformedMessage('a name without an end');
  return { text: frame.toString('utf8', at, stop), next: stop + 1 };
}

/** Kind 1: a named list of documents that stands beside the body. */
function sequenceAt(frame: Buffer, at: number, end: number): { name: string; documents: Document[]; next: number } {
  const size = at + 4 <= end ? frame.readInt32LE(at) : 0;
  const stop = at + size;
  if (size < 5 || stop > end) throw new MalformedMessage('a section leaves its message');
  const { text, next } = textAt(frame, at + 4, stop);
  const documents: Document[] = [];
  for (let position = next; position < stop; ) {
    const found = documentAt(frame, position, stop);
    documents.push(found.document);
    position = found.next;
  }
  return { name: text, documents, next: stop };
}

function readModern(frame: Buffer): Message {
  if (frame.length < HEADER_BYTES + 5) throw new MalformedMessage('too short');
  const flags = frame.readUInt32LE(HEADER_BYTES);
  // The lower 16 flags must be understood by the receiver.
  if (flags & 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME)) throw new MalformedMessage('unknown required flags');
  const end = frame.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let body: Document | undefined;
  const sequences: { name: string; documents: Document[] }[] = [];
  for (let at = HEADER_BYTES + 4; at < end; ) {
    const kind = frame[at];
    if (kind === 0 && !body) {
      const found = documentAt(frame, at + 1, end);
      body = found.document;
      at = found.next;
    } else if (kind === 1) {
      const found = sequenceAt(frame, at + 1, end);
      sequences.push(found);
      at = found.next;
    } else throw new MalformedMessage(`unexpected section kind ${kind}`);
  }
  if (!body) throw new MalformedMessage('no body');
  for (const { name, documents } of sequences) body[name] = documents;
  return { requestId: frame.readInt32LE(4), body, legacy: false, silent: (flags & MORE_TO_COME) !== 0 };
}

function readLegacy(frame: Buffer): Message {
  const { text, next } = textAt(frame, HEADER_BYTES + 4, frame.length);
  const { document } = documentAt(frame, next + 8, frame.length);
  const inner = document['$query'];
  const body = isDocument(inner) ? inner : document;
  body['$db'] ??= text.split('.')[0];
  return { requestId: frame.readInt32LE(4), body, legacy: true, silent: false };
}

/** One whole frame, header included. Throws when it cannot be understood: the connection is then of no more use. */
export function readMessage(frame: Buffer): Message {
  const operation = frame.readInt32LE(12);
  if (operation === OP_MSG) return readModern(frame);
  if (operation === OP_QUERY) return readLegacy(frame);
  throw new MalformedMessage(`unknown operation ${operation}`);
}
