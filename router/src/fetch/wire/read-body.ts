// The body of a response, however its bytes are cut: RFC 9112, sections 6 and 7.
import { TooLarge } from './raw-answer.js';
import { BadResponse, type Head } from './read-head.js';

export interface BodyReader {
  /** Takes bytes and says where the body ends in them; -1 while it goes on. Throws BadResponse and TooLarge. */
  take(bytes: Buffer, from: number, to: number): number;
  /** Of a body that has ended; valid until the bytes of its last `take` are written over. */
  whole(): Buffer;
}

/** In bytes, of what says how long a chunk is, and of the fields after the last one. */
const LONGEST_LINE = 1_024;
const MOST_TRAILERS = 8_192;
const LINE_FEED = 10;

/** `largest` in bytes. Throws TooLarge for one whose length is known to be. */
export function readBodyOf({ body }: Head, largest: number): BodyReader {
  if (body === 'chunked') return new Chunks(largest);
  if (body === 'until closed') return new Plain(Number.POSITIVE_INFINITY, largest);
  if (body > largest) throw tooLarge(largest);
  return new Plain(body, largest);
}

const tooLarge = (largest: number) => new TooLarge(`the answer is larger than ${largest} bytes`);

/** In bytes: where what comes in parts is gathered begins with this, and doubles. */
const FIRST_STORE = 4_096;

/** Gathers a body in one buffer: a list of its parts could be a million times a few bytes. */
class Kept {
  #store: Buffer = Buffer.alloc(0);
  #size = 0;

  constructor(private readonly largest: number) {}

  /** What is whole at once is read where it is, not copied. */
  add(bytes: Buffer, from: number, to: number, isLast: boolean): void {
    const size = this.#size + to - from;
    if (size > this.largest) throw tooLarge(this.largest);
    if (isLast && this.#size === 0) this.#store = bytes.subarray(from, to);
    else {
      if (size > this.#store.length) this.#grow(size);
      bytes.copy(this.#store, this.#size, from, to);
    }
    this.#size = size;
  }

  whole(): Buffer {
    return this.#store.subarray(0, this.#size);
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(FIRST_STORE, 2 * this.#store.length, least));
    this.#store.copy(larger, 0, 0, this.#size);
    this.#store = larger;
  }
}

class Plain implements BodyReader {
  readonly #kept: Kept;

  constructor(
    private left: number,
    largest: number,
  ) {
    this.#kept = new Kept(largest);
  }

  take(bytes: Buffer, from: number, to: number): number {
    const end = Math.min(to, from + this.left);
    this.left -= end - from;
    if (end > from) this.#kept.add(bytes, from, end, this.left === 0);
    return this.left === 0 ? end : -1;
  }

  whole(): Buffer {
    return this.#kept.whole();
  }
}

class Chunks implements BodyReader {
  readonly #kept: Kept;
  #awaits: 'size' | 'data' | 'end of data' | 'trailer' = 'size';
  /** Of a line that has not ended yet. */
  #line = '';
  #left = 0;
  #trailers = 0;

  constructor(largest: number) {
    this.#kept = new Kept(largest);
  }

  take(bytes: Buffer, from: number, to: number): number {
    for (let at = from; at < to; ) {
      if (this.#awaits === 'data') {
        const end = Math.min(to, at + this.#left);
        this.#kept.add(bytes, at, end, false);
        this.#left -= end - at;
        at = end;
        if (this.#left === 0) this.#awaits = 'end of data';
      } else {
        const end = bytes.subarray(at, to).indexOf(LINE_FEED);
        const next = end < 0 ? to : at + end + 1;
        this.#line += bytes.toString('latin1', at, next);
        if (this.#line.length > LONGEST_LINE) throw new BadResponse('answered with an endless line');
        at = next;
        if (end >= 0 && this.#isLast()) return at;
      }
    }
    return -1;
  }

  /** Reads the line that has ended. */
  #isLast(): boolean {
    const line = this.#line;
    this.#line = '';
    if (!/^[\t\x20-\x7e\x80-\xff]*\r\n$/.test(line)) throw new BadResponse('answered with a line that is none');
    switch (this.#awaits) {
      case 'size':
        this.#left = sizeOf(line);
        this.#awaits = this.#left === 0 ? 'trailer' : 'data';
        return false;
      case 'end of data':
        if (line !== '\r\n') throw new BadResponse('answered with a chunk that is longer than it says');
        this.#awaits = 'size';
        return false;
      default:
        this.#trailers += line.length;
        if (this.#trailers > MOST_TRAILERS) throw new BadResponse('answered with endless trailers');
        return line === '\r\n';
    }
  }

  whole(): Buffer {
    return this.#kept.whole();
  }
}

/** Size and extensions (RFC 9112, 7.1), without the white space that it calls bad: Node refuses it, too. */
const SIZE = /^([\da-f]{1,8})(?:;[\w!#$%&'*+.^`|~-]+(?:=(?:[\w!#$%&'*+.^`|~-]+|"[^"\\\x80-\xff]*"))?)*\r\n$/i;

function sizeOf(line: string): number {
  const size = SIZE.exec(line)?.[1];
  if (size === undefined) throw new BadResponse('answered with a chunk of no size');
  return Number.parseInt(size, 16);
}
