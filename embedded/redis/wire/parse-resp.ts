/**
 * Cuts the bytes of one connection into commands: RESP arrays of bulk strings, or inline lines.
 * Promises that no input, however it is cut or malformed, throws: a broken stream sets `fault`, once and for all.
 */
import { splitInline } from './split-inline.js';

/** Redis allows 512 MB (proto-max-bulk-len); a JavaScript string holds a little less, and a reply needs room too. */
export const MAX_BULK_BYTES = 256 * 1024 * 1024;
const MAX_LINE_BYTES = 64 * 1024;
const MAX_ARGUMENTS = 2 ** 31 - 1;
const NEWLINE = 10;
const STAR = 42;

export class RequestParser {
  /** Why nothing more can be read from this connection, in the words of Redis. */
  fault: string | undefined;
  private chunks: Buffer[] = [];
  private size = 0;
  private needed = 1;
  private buffer: Buffer = Buffer.alloc(0);
  private at = 0;
  private args: string[] = [];
  private missingArgs = 0;
  private bulkBytes = -1;

  /** Takes the next bytes and gives the commands that are complete with them, in order. */
  push(chunk: Buffer): string[][] {
    const commands: string[][] = [];
    if (this.fault !== undefined) return commands;
    this.chunks.push(chunk);
    this.size += chunk.length;
    // Waiting until a long value is complete keeps its arrival linear: no joining of buffers on every packet.
    if (this.size < this.needed) return commands;
    this.buffer = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    this.at = 0;
    while (this.fault === undefined && this.step(commands));
    const rest = this.buffer.subarray(this.at);
    this.chunks = rest.length === 0 ? [] : [rest];
    this.size = rest.length;
    this.needed = this.bulkBytes >= 0 ? this.bulkBytes + 2 : this.size + 1;
    return commands;
  }

  /** Reads one line or one bulk string; false when more bytes are needed first. */
  private step(commands: string[][]): boolean {
    if (this.at >= this.buffer.length) return false;
    if (this.bulkBytes >= 0) return this.readBulk(commands);
    if (this.missingArgs > 0) return this.readBulkLength();
    return this.buffer[this.at] === STAR ? this.readArrayLength() : this.readInline(commands);
  }

  private readArrayLength(): boolean {
    const line = this.takeLine('too big mbulk count string');
    if (line === undefined) return false;
    const count = parseLength(line.slice(1));
    if (count === undefined || count > MAX_ARGUMENTS) return this.fail('invalid multibulk length');
    this.args = [];
    this.missingArgs = Math.max(0, count);
    return true;
  }

  private readBulkLength(): boolean {
    const line = this.takeLine('too big bulk count string');
    if (line === undefined) return false;
    if (line[0] !== '$') return this.fail(`expected '$', got '${line[0] ?? ' '}'`);
    const length = parseLength(line.slice(1));
    if (length === undefined || length < 0 || length > MAX_BULK_BYTES) return this.fail('invalid bulk length');
    this.bulkBytes = length;
    return true;
  }

  private readBulk(commands: string[][]): boolean {
    const end = this.at + this.bulkBytes;
    if (this.buffer.length < end + 2) return false;
    this.args.push(this.buffer.toString('latin1', this.at, end));
    this.at = end + 2;
    this.bulkBytes = -1;
    this.missingArgs--;
    if (this.missingArgs === 0) commands.push(this.args);
    return true;
  }

  private readInline(commands: string[][]): boolean {
    const line = this.takeLine('too big inline request');
    if (line === undefined) return false;
    const args = splitInline(line);
    if (args === undefined) return this.fail('unbalanced quotes in request');
    if (args.length > 0) commands.push(args);
    return true;
  }

  /** The next line without its end; undefined when it is incomplete, or too long, which is a fault. */
  private takeLine(whenTooLong: string): string | undefined {
    const end = this.buffer.indexOf(NEWLINE, this.at);
    if (end < 0) {
      if (this.buffer.length - this.at > MAX_LINE_BYTES) this.fail(whenTooLong);
      return undefined;
    }
    const line = this.buffer.toString('latin1', this.at, end);
    this.at = end + 1;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  private fail(reason: string): false {
    this.fault = `ERR Protocol error: ${reason}`;
    return false;
  }
}

function parseLength(text: string): number | undefined {
  return /^(0|-?[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
}
