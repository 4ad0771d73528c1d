// The answer to a request that came whole: it leaves in one piece, with the head that node:http would write.
import { STATUS_CODES } from 'node:http';
import type { ByteText } from '../../bounds/byte-text.js';
import type { HttpResponse } from '../exchange.js';
import { dateNow } from './date-now.js';
import type { WholeRequest } from './whole-request.js';

/** Where it leaves by. */
export interface WayOut {
  /** `head` is latin1 and lacks its Content-Length. `isLast`: the connection is not kept. */
  send(head: string, body: ByteText | Uint8Array, isLast: boolean): void;
}

const NOTHING = new Uint8Array(0);
/** As in a request: a line break in a value would be a header of whoever put it there. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** The lines of headers that many answers have in common. */
const written = new WeakMap<ReadonlyMap<string, string>, string>();

export class WholeResponse implements HttpResponse {
  statusCode = 200;
  shouldKeepAlive = true;
  headersSent = false;
  /** Called when the client leaves before it is answered. */
  whenLeft: (() => void) | null = null;
  #common: ReadonlyMap<string, string> | null = null;
  // NOTE: an object and a text, no list. One list for each answer is soon made where the old live, and all that it holds with it.
  readonly #own: Record<string, string> = {};
  #more = '';

  constructor(
    readonly req: WholeRequest,
    private readonly way: WayOut,
    private readonly keepAlive: string,
  ) {}

  /** Before any other header; once. */
  setHeaders(common: Map<string, string>): void {
    this.#common = common;
  }

  /** Throws TypeError for a value that no header may have. Names are ours, and in lower case. */
  setHeader(name: string, value: string): void {
    this.#own[name] = checked(name, value);
  }

  appendHeader(name: string, value: string): void {
    this.#more += `${name}: ${checked(name, value)}\r\n`;
  }

  hasHeader(name: string): boolean {
    return this.#own[name] !== undefined || this.#common?.has(name) === true || this.#more.includes(`${name}: `);
  }

  end(body: ByteText | Uint8Array = NOTHING): void {
    if (this.headersSent) return;
    this.headersSent = true;
    const { connection } = this.#own;
    const isLast = !this.shouldKeepAlive || connection !== undefined;
    const kept = connection !== undefined ? '' : isLast ? 'Connection: close\r\n' : this.keepAlive;
    const head = `HTTP/1.1 ${this.statusCode} ${STATUS_CODES[this.statusCode]}\r\n${this.#lines()}Date: ${dateNow()}\r\n${kept}`;
    this.way.send(head, body, isLast);
  }

  #lines(): string {
    let lines = '';
    let common = this.#common;
    for (const name in this.#own) {
      lines += `${name}: ${this.#own[name]}\r\n`;
      if (common?.has(name)) common = new Map([...common].filter(([each]) => each !== name));
    }
    return (common ? linesOf(common) : '') + lines + this.#more;
  }
}

function linesOf(common: ReadonlyMap<string, string>): string {
  const known = written.get(common);
  if (known !== undefined) return known;
  const lines = [...common].map(([name, value]) => `${name}: ${checked(name, value)}\r\n`).join('');
  written.set(common, lines);
  return lines;
}

function checked(name: string, value: string): string {
  if (!VALUE.test(value)) throw new TypeError(`the header ${name} cannot be sent`);
  return value;
}
