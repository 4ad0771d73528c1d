// One kept-alive connection to a subgraph: HTTP/1.1 (RFC 9112) as far as a router needs it, which is POST, one request at a
// time. Node's own client and undici do more and cost more: docs/decisions/0021-our-own-wire.md has the numbers.
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';
import type { Address } from './address.js';
import { type RawAnswer, TooLarge, Unreachable } from './raw-answer.js';
import { type Received, ResponseReader } from './response-reader.js';

/** Called once, with a response of any status, an Unreachable or a TooLarge. */
export type End = (how: RawAnswer | Error) => void;

/** Whoever keeps the connection. */
export interface Keeper {
  /** It may carry another request. */
  rested(connection: Connection): void;
  closed(connection: Connection): void;
}

const CONNECT_MS: Milliseconds = seconds(1);
/** All connections read into the same buffer: what comes is taken from there before the next read begins. */
const landing = Buffer.allocUnsafeSlow(256 * 1024);

export class Connection {
  readonly #socket: Socket;
  readonly #reader: ResponseReader;
  readonly #keeper: Keeper;
  #end: End | null = null;
  #goodUntil = 0;

  /** `largest` in bytes of an answer. */
  constructor({ isSecure, options }: Address, largest: number, keeper: Keeper) {
    this.#keeper = keeper;
    this.#reader = new ResponseReader(largest);
    const onread = { buffer: landing, callback: (count: number) => this.#read(count) };
    const wanted: Address['options'] = { ...options, onread };
    const socket = isSecure ? connectSecurely(wanted) : connect(wanted);
    const patience = setTimeout(() => socket.destroy(new Error(`no connection within ${CONNECT_MS} ms`)), CONNECT_MS);
    socket.setNoDelay(true);
    socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(patience));
    socket.on('end', () => this.#ended());
    socket.on('error', (error) => this.#lose(error));
    socket.on('close', () => {
      clearTimeout(patience);
      this.#lose(new Error('the connection was closed'));
      keeper.closed(this);
    });
    this.#socket = socket;
  }

  /** Writes before it is connected wait in the socket. `head` is latin1, and ends with its empty line. */
  send(head: string, body: string, isAscii: boolean, end: End): void {
    this.#end = end;
    if (isAscii) {
      this.#socket.write(head + body, 'latin1');
      return;
    }
    this.#socket.cork();
    this.#socket.write(head, 'latin1');
    this.#socket.write(body);
    this.#socket.uncork();
  }

  /** Whether a request may be sent: the other end closes what it has not used for a while. */
  isGoodAt(now: number): boolean {
    return now < this.#goodUntil && this.#socket.writable;
  }

  /** Whoever waits for its answer is not called any more. */
  close(): void {
    this.#end = null;
    this.#socket.destroy();
  }

  /** Whoever waits for its answer is told. */
  hangUp(): void {
    this.#lose(new Error('the router closes its connections'));
  }

  #read(count: number): boolean {
    // Nobody has asked.
    if (!this.#end) this.#socket.destroy();
    else this.#take(count);
    return true;
  }

  #ended(): void {
    if (this.#end) this.#take('all');
    this.#socket.destroy();
  }

  #take(bytes: number | 'all'): void {
    let received: Received | null;
    try {
      received = bytes === 'all' ? this.#reader.finish() : this.#reader.read(landing, bytes);
    } catch (error) {
      this.#lose(error);
      return;
    }
    if (received) this.#over(received);
  }

  #over({ answer, keepMs }: Received): void {
    const end = this.#end as End;
    this.#end = null;
    // An answer that came before its request was sent whole leaves the rest of that in the way.
    if (keepMs > 0 && this.#socket.writableLength === 0) {
      this.#goodUntil = Date.now() + keepMs;
      this.#keeper.rested(this);
    } else this.#socket.destroy();
    end(answer);
  }

  #lose(error: unknown): void {
    const end = this.#end;
    this.#end = null;
    this.#socket.destroy();
    end?.(error instanceof TooLarge ? error : new Unreachable('the subgraph cannot be reached', { cause: error }));
  }
}
