// One client's socket while it lives: who it speaks for, how it is written to, and how it ends. Thousands of them wait at
// a time, so it keeps nothing of its upgrade, and no timer, signal or closure of its own.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Locale, localeFrom } from '@mosaic/kernel/identity/viewer';
import { seconds } from '@mosaic/kernel/values/time';
import { WebSocket } from 'ws';
import type { Identity } from '../admission/token-desk.js';
import type { PassedOn } from '../plan/call.js';
import { type Closing, closings, reasonWith } from './close-codes.js';
import type { MessageRate } from './message-rate.js';
import type { SocketOperation } from './socket-operation.js';

/** Bytes that may wait in the socket before the next message waits for them. */
export const MOST_UNSENT = 1024 * 1024;
const DRAIN_PATIENCE = seconds(5);
const LOOK_EVERY_MS = 50;
/** How long the other side has to answer a close frame. */
const CLOSE_PATIENCE = seconds(10);

const deaf = async (): Promise<void> => {};

/** What ws constructs, so that its listeners, which all sockets share, find the rest. */
export class LiveWebSocket extends WebSocket {
  live: LiveSocket | null = null;
}

/** Also what graphql-ws calls a socket: `protocol`, `send`, `close` and `onMessage` are its words. */
export class LiveSocket {
  readonly locale: Locale;
  readonly address: string;
  identity: Identity | null = null;
  guest: string | null = null;
  passedOn: PassedOn | null = null;
  /** Why we closed it; null while it lives, and when the other side left. */
  closing: Closing | null = null;
  isGone = false;
  /** Whether the last ping was answered. */
  isAnswering = true;
  /** By id; graphql-ws's own book. */
  operations: Readonly<Record<string, SocketOperation | null>> | null = null;
  hear: (text: string) => Promise<void> = deaf;
  /** Gives back the seat it has of its address or its user. */
  leaveSeat: (() => void) | null = null;
  keptBy: Set<LiveSocket> | null = null;
  rate: MessageRate | null = null;
  /** Tells graphql-ws that the socket is closed. */
  left: (code: number, reason: string) => Promise<void> = deaf;
  #endings: (() => void)[] | null = null;
  #drained: Promise<void> | null = null;

  constructor(
    readonly ws: LiveWebSocket,
    /** What the frames go through. */
    readonly stream: Duplex,
    { headers, socket }: IncomingMessage,
    private readonly ended: (socket: LiveSocket) => void,
  ) {
    this.locale = localeFrom(headers['accept-language']);
    this.address = socket.remoteAddress ?? 'unknown';
    ws.live = this;
  }

  get protocol(): string {
    return this.ws.protocol;
  }

  /** Frames may be written: after a close frame none may follow (RFC 6455, section 5.5.1). */
  get isOpen(): boolean {
    return this.ws.readyState === WebSocket.OPEN;
  }

  /** Runs `end` when the socket ends; at once when it already has. */
  whenGone(end: () => void): void {
    this.#endings ??= [];
    if (this.isGone) end();
    else this.#endings.push(end);
  }

  onMessage(listener: (text: string) => Promise<void>): void {
    this.hear = listener;
  }

  /** Closes it for a reason of ours. */
  dismiss(closing: Closing, cursor: string | null = null): void {
    const [code, reason] = closings[closing];
    if (!this.isGone) this.closing = closing;
    this.close(code, reasonWith(reason, cursor));
  }

  close(code: number, reason: string): void {
    this.leave();
    this.ws.close(code, reason);
    // A client that does not read will not see the close frame either.
    const timer = setTimeout(() => this.ws.terminate(), CLOSE_PATIENCE);
    this.ws.once('close', () => clearTimeout(timer));
  }

  /** Either side closes: what runs for it is released now, not when the handshake is over. */
  leave(): void {
    if (this.isGone) return;
    this.isGone = true;
    for (const operation of Object.values(this.operations ?? {})) operation?.leave();
    this.keptBy?.delete(this);
    this.leaveSeat?.();
    for (const end of this.#endings?.splice(0) ?? []) end();
    this.ended(this);
  }

  /** Resolves when the message may be followed by another, or the socket is gone. */
  async send(text: string): Promise<void> {
    await this.untilTaken();
    if (this.isOpen) this.ws.send(text);
  }

  /** A client that does not read its answers is a slow consumer too. */
  async untilTaken(): Promise<void> {
    if (this.stream.writableLength <= MOST_UNSENT) return;
    const patience = performance.now() + DRAIN_PATIENCE;
    while (this.stream.writableLength > MOST_UNSENT && !this.isGone) {
      if (performance.now() > patience) return this.dismiss('SLOW_CONSUMER');
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** When all that was written is in the network, or the socket is closed. Asked while the stream is full. */
  drained(): Promise<void> {
    this.#drained ??= new Promise<void>((resolve) => {
      const settle = () => {
        this.#drained = null;
        this.stream.off('drain', settle).off('close', settle);
        resolve();
      };
      this.stream.once('drain', settle).once('close', settle);
    });
    return this.#drained;
  }
}
