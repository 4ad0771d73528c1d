// Reads the responses of one connection, one after another, from bytes that are cut anywhere.
import { type RawAnswer, rawAnswer } from './raw-answer.js';
import { type BodyReader, readBodyOf } from './read-body.js';
import { BadResponse, type Head, readHead } from './read-head.js';

/** In bytes, those of interim responses (1xx) included. */
const LONGEST_HEAD = 16_384;
const EMPTY_LINE = '\r\n\r\n';

/** A whole response. */
export interface Received {
  readonly answer: RawAnswer;
  /** How long the connection may wait for its next request; 0 when there must be none. */
  readonly keepMs: number;
}

/** Keeps nothing of a response once it is whole: a resting connection must not hold what came over it. */
export class ResponseReader {
  #text = '';
  #headSize = 0;
  #head: Head | null = null;
  #body: BodyReader | null = null;

  /** `largest` in bytes of a body. */
  constructor(private readonly largest: number) {}

  /** The response, when these bytes end it. Throws BadResponse and TooLarge: then the connection is of no use any more. */
  read(bytes: Buffer, count: number): Received | null {
    let from = 0;
    while (!this.#head) {
      const end = this.#readHead(bytes, from, count);
      if (end < 0) return null;
      from = end;
    }
    const end = (this.#body as BodyReader).take(bytes, from, count);
    if (end < 0) return null;
    // Bytes that nobody asked for would be taken for the next answer.
    return this.#whole(this.#head, end < count ? 0 : this.#head.keepMs);
  }

  /** The connection has ended: the response, when that is how it ends. Throws BadResponse when it is not whole. */
  finish(): Received {
    if (this.#head?.body !== 'until closed') throw new BadResponse('hung up before the end of its answer');
    return this.#whole(this.#head, 0);
  }

  /** Where the head ends in these bytes; -1 while it goes on. */
  #readHead(bytes: Buffer, from: number, to: number): number {
    const before = this.#text.length;
    this.#text += bytes.toString('latin1', from, Math.min(to, from + LONGEST_HEAD + 1));
    const end = this.#text.indexOf(EMPTY_LINE, Math.max(0, before - EMPTY_LINE.length));
    if (this.#headSize + (end < 0 ? this.#text.length : end) > LONGEST_HEAD) {
      throw new BadResponse('answered with an endless head');
    }
    if (end < 0) return -1;
    const head = readHead(this.#text.slice(0, end));
    if (head.status === 101) throw new BadResponse('wants another protocol');
    this.#text = '';
    this.#headSize += end;
    // Interim: the response itself is still to come.
    if (head.status >= 200) {
      this.#head = head;
      this.#body = readBodyOf(head, this.largest);
    }
    return from + end + EMPTY_LINE.length - before;
  }

  #whole({ status, contentType }: Head, keepMs: number): Received {
    const answer = rawAnswer(status, contentType, (this.#body as BodyReader).whole());
    this.#headSize = 0;
    this.#head = null;
    this.#body = null;
    return { answer, keepMs };
  }
}
