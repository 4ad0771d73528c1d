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
    this.current += text;
    if (this.current.length > PIECE) {
      this.pieces.push(this.current);
      this.current = '';
    }
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
  if (reply === null) return out.add(protocol === 3 ? '_\r\n' : '$-1\r\n');
  if (typeof reply === 'string') return writeBulk(out, reply);
  if (typeof reply !== 'object') return out.add(`:${reply}\r\n`);
  if ('kind' in reply) return writeTagged(out, reply, protocol);
  writeEach(out, '*', reply, protocol);
}

function writeTagged(out: OutputPieces, reply: Extract<Reply, { kind: string }>, protocol: Protocol): void {
  switch (reply.kind) {
    case 'status':
      return out.add(`+${reply.text}\r\n`);
    case 'error':
      return out.add(`-${reply.text}\r\n`);
    case 'null-array':
      return out.add(protocol === 3 ? '_\r\n' : '*-1\r\n');
    case 'double':
      return protocol === 3 ? out.add(`,${formatFloat(reply.value)}\r\n`) : writeBulk(out, formatFloat(reply.value));
    case 'map':
      out.add(protocol === 3 ? `%${reply.entries.length}\r\n` : `*${reply.entries.length * 2}\r\n`);
      for (const [key, value] of reply.entries) {
        writeReply(out, key, protocol);
        writeReply(out, value, protocol);
      }
      return;
    case 'set':
      return writeEach(out, protocol === 3 ? '~' : '*', reply.members, protocol);
    case 'verbatim':
      return protocol === 3
        ? out.add(`=${reply.text.length + 4}\r\ntxt:${reply.text}\r\n`)
        : writeBulk(out, reply.text);
    case 'push':
      return writeEach(out, protocol === 3 ? '>' : '*', reply.parts, protocol);
  }
}

function writeBulk(out: OutputPieces, text: string): void {
  if (text.length < PIECE) return out.add(`$${text.length}\r\n${text}\r\n`);
  out.add(`$${text.length}\r\n`);
  out.add(text);
  out.add('\r\n');
}

function writeEach(out: OutputPieces, mark: string, items: readonly Reply[], protocol: Protocol): void {
  out.add(`${mark}${items.length}\r\n`);
  for (const item of items) writeReply(out, item, protocol);
}
