/**
 * Writes replies as RESP2 or RESP3 (https://redis.io/docs/latest/develop/reference/protocol-spec/).
 * Output is collected in pieces of bounded size, because one JavaScript string cannot hold every reply.
 */
import { formatFloat } from '../values/format-float.js';
import type { Reply } from './reply.js';

export type Protocol = 2 | 3;

const PIECE = 64 * 1024;

/** Collects latin1 text and gives it back as pieces ready for the socket. */
export class OutputPieces {
  private pieces: string[] = [];
  private current = '';
  /** Bytes collected and not taken yet. */
  size = 0;

  add(text: string): void {
    this.size += text.length;
    if (this.current.length + text.length > PIECE && this.current !== '') {
      this.pieces.push(this.current);
      this.current = '';
    }
    this.current += text;
  }

  /** Gives all collected pieces, in order, and forgets them. */
  take(): string[] {
    const pieces = this.current === '' ? this.pieces : [...this.pieces, this.current];
    this.pieces = [];
    this.current = '';
    this.size = 0;
    return pieces;
  }
}

export function writeReply(out: OutputPieces, reply: Reply, protocol: Protocol): void {
  if (reply === null) out.add(protocol === 3 ? '_\r\n' : '$-1\r\n');
  else if (typeof reply === 'string') writeBulk(out, reply);
  else if (typeof reply !== 'object') out.add(`:${reply}\r\n`);
  else if ('kind' in reply) writeTagged(out, reply, protocol);
  else writeEach(out, '*', reply, protocol);
}

function writeTagged(out: OutputPieces, reply: Extract<Reply, { kind: string }>, protocol: Protocol): void {
  switch (reply.kind) {
    case 'status':
      out.add(`+${reply.text}\r\n`);
      break;
    case 'error':
      out.add(`-${reply.text.replace(/[\r\n]/g, ' ')}\r\n`);
      break;
    case 'null-array':
      out.add(protocol === 3 ? '_\r\n' : '*-1\r\n');
      break;
    case 'double':
      if (protocol === 3) out.add(`,${formatFloat(reply.value)}\r\n`);
      else writeBulk(out, formatFloat(reply.value));
      break;
    case 'map':
      if (protocol === 3) out.add(`%${reply.entries.length}\r\n`);
      else out.add(`*${reply.entries.length * 2}\r\n`);
      for (const item of reply.entries.flat()) writeReply(out, item, protocol);
      break;
    case 'set':
      writeEach(out, protocol === 3 ? '~' : '*', reply.members, protocol);
      break;
    case 'verbatim':
      if (protocol === 3) out.add(`=${reply.text.length + 4}\r\ntxt:${reply.text}\r\n`);
      else writeBulk(out, reply.text);
      break;
    case 'push':
      writeEach(out, protocol === 3 ? '>' : '*', reply.parts, protocol);
      break;
  }
}

/** A long value stays a piece of its own: joining it to its neighbours would copy it. */
function writeBulk(out: OutputPieces, text: string): void {
  if (text.length < PIECE) {
    out.add(`$${text.length}\r\n${text}\r\n`);
  } else {
    out.add(`$${text.length}\r\n`);
    out.add(text);
    out.add('\r\n');
  }
}

function writeEach(out: OutputPieces, mark: string, items: readonly Reply[], protocol: Protocol): void {
  out.add(`${mark}${items.length}\r\n`);
  for (const item of items) writeReply(out, item, protocol);
}
