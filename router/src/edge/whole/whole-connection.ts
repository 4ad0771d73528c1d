// One connection whose requests have all come whole, one at a time. With the first that does not it is node:http's, for good.
import type { Socket } from 'node:net';
import type { ByteText } from '../../bounds/byte-text.js';
import { readWhole, type WholeRequest } from './whole-request.js';
import { type WayOut, WholeResponse } from './whole-response.js';

export interface WholeDoor {
  /** The head's lines that keep a connection. */
  readonly keepAlive: string;
  /** Whether requests for this are answered here. */
  knows(url: string): boolean;
  answer(request: WholeRequest, response: WholeResponse): void;
  /** Not here any more: closed, or node:http's. */
  gone(connection: WholeConnection): void;
  toNode(socket: Socket): void;
}

export class WholeConnection implements WayOut {
  /** When it was opened, or answered last; in epoch milliseconds. */
  restsSince = Date.now();
  hasServed = false;
  /** Closed, or closing behind its last answer: what comes from here on is for nobody. */
  #isOver = false;
  #underWay: WholeResponse | null = null;
  /** What came while an answer was under way. */
  #early: Buffer | null = null;
  readonly #socket: Socket;
  readonly #door: WholeDoor;
  readonly #listeners: readonly (readonly [event: string, listener: (bytes: Buffer) => void])[] = [
    ['data', (bytes) => this.#take(bytes)],
    ['end', () => this.#ended()],
    ['close', () => this.#closed()],
    ['error', () => {}], // 'close' comes next, whatever it is
  ];

  constructor(socket: Socket, door: WholeDoor) {
    this.#socket = socket;
    this.#door = door;
    for (const [event, listener] of this.#listeners) socket.on(event, listener);
  }

  get isResting(): boolean {
    return this.#underWay === null && this.#socket.writableLength === 0;
  }

  send(head: string, body: ByteText | Uint8Array, isLast: boolean): void {
    if (this.#isOver) return;
    this.#underWay = null;
    this.hasServed = true;
    this.restsSince = Date.now();
    this.#write(`${head}Content-Length: ${body.length}\r\n\r\n`, body);
    const early = this.#early;
    this.#early = null;
    this.#isOver = isLast;
    if (isLast) this.#socket.destroySoon();
    else if (early) this.handOver(early);
  }

  /** node:http reads on from here, beginning with `bytes`. */
  handOver(bytes: Buffer | null): void {
    const socket = this.#socket;
    for (const [event, listener] of this.#listeners) socket.off(event, listener);
    this.#door.gone(this);
    this.#door.toNode(socket);
    if (bytes) socket.unshift(bytes);
    socket.resume(); // it may have been paused
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    if (this.#isOver) return;
    if (this.#underWay) {
      // Pipelined (RFC 9112, 9.3.2): it waits, and reads no more until then.
      this.#early = this.#early ? Buffer.concat([this.#early, bytes]) : bytes;
      this.#socket.pause();
      return;
    }
    // Who asks on without reading is node:http's to slow down.
    const request = this.#socket.writableLength > 0 ? null : readWhole(bytes);
    if (!request || !this.#door.knows(request.url)) {
      this.handOver(bytes);
      return;
    }
    this.#underWay = new WholeResponse(request, this, this.#door.keepAlive);
    this.#door.answer(request, this.#underWay);
  }

  #write(head: string, body: ByteText | Uint8Array): void {
    const socket = this.#socket;
    if (typeof body === 'string') {
      socket.write(head + body, 'latin1');
      return;
    }
    socket.cork();
    socket.write(head, 'latin1');
    socket.write(body);
    socket.uncork();
  }

  /** Clients do not close their half and wait: it is how they leave. */
  #ended(): void {
    if (this.#underWay) this.#socket.destroy();
    else this.#socket.end();
  }

  #closed(): void {
    this.#isOver = true;
    this.#underWay?.whenLeft?.();
    this.#underWay = null;
    this.#door.gone(this);
  }
}
