// One client's socket while it lives: who it speaks for, how it is written to, and how it ends.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Locale, localeFrom } from '@mosaic/kernel/identity/viewer';
import { seconds } from '@mosaic/kernel/values/time';
import type { WebSocket } from 'ws';
import type { Identity } from '../admission/token-desk.js';
import type { Credentials } from '../sessions/read-credentials.js';
import { type Closing, closings, reasonWith } from './close-codes.js';

/** Bytes that may wait in the socket before the next message waits for them. */
const MOST_UNSENT = 1024 * 1024;
const DRAIN_PATIENCE = seconds(5);
const LOOK_EVERY_MS = 50;
/** How long the other side has to answer a close frame. */
const CLOSE_PATIENCE = seconds(10);

export class LiveSocket {
  readonly id = randomUUID();
  readonly locale: Locale;
  readonly address: string;
  identity: Identity | null = null;
  guest: string | null = null;
  /** Why we closed it; null while it lives, and when the other side left. */
  closing: Closing | null = null;
  readonly #gone = new AbortController();
  readonly #endings: (() => void)[] = [];

  constructor(
    readonly ws: WebSocket,
    { headers, socket }: IncomingMessage,
    /** What the upgrade brought. */
    readonly credentials: Credentials,
  ) {
    this.locale = localeFrom(headers['accept-language']);
    this.address = socket.remoteAddress ?? 'unknown';
    ws.once('close', () => this.#end());
  }

  /** Aborted as soon as the socket is being closed by either side: upstreams are released then, not later. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Runs `end` when the socket ends; at once when it already has. */
  whenGone(end: () => void): void {
    if (this.gone.aborted) end();
    else this.#endings.push(end);
  }

  close(closing: Closing, cursor: string | null = null): void {
    const [code, reason] = closings[closing];
    if (!this.gone.aborted) this.closing = closing;
    this.#end();
    this.ws.close(code, reasonWith(reason, cursor));
    // A client that does not read will not see the close frame either.
    const timer = setTimeout(() => this.ws.terminate(), CLOSE_PATIENCE);
    this.ws.once('close', () => clearTimeout(timer));
  }

  /** Resolves when the message is handed to the network, or the socket is gone. */
  async send(text: string): Promise<void> {
    await this.#untilDrained();
    if (this.ws.readyState !== this.ws.OPEN) return;
    await new Promise<void>((resolve) => this.ws.send(text, () => resolve()));
  }

  /** A client that does not read its answers is a slow consumer too. */
  async #untilDrained(): Promise<void> {
    const patience = performance.now() + DRAIN_PATIENCE;
    while (this.ws.bufferedAmount > MOST_UNSENT && !this.gone.aborted) {
      if (performance.now() > patience) return this.close('SLOW_CONSUMER');
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  #end(): void {
    if (this.gone.aborted) return;
    this.#gone.abort();
    for (const end of this.#endings.splice(0)) end();
  }
}
