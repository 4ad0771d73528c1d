// The streams that are open over HTTP: how many each client may hold, and how they end when their viewer's token does, and
// when the router drains.
import type { ServerResponse } from 'node:http';
import type { Identity } from '../admission/token-desk.js';
import type { StreamFormat } from '../respond/answer-format.js';
import { errorOf, type RefusalCode, Refused } from '../respond/refusals.js';
import { type StreamOver, streamEvents } from '../respond/stream-answer.js';
import type { EventStream, StreamEnd } from '../subscriptions/event-stream.js';
import { Seats } from '../subscriptions/seats.js';

/** The longest that a timer of Node can wait. */
const LONGEST_WAIT = 2 ** 31 - 1;

export interface Holder {
  readonly identity: Identity | null;
  readonly address: string;
}

export class HttpStreams {
  /** The way to end each, and who holds it. */
  readonly #open = new Map<(how: StreamEnd) => void, Holder>();
  readonly #seats: Seats;
  #isDraining = false;

  /** `mostEach` is how many one viewer, or one anonymous address, may hold at a time. */
  constructor(mostEach: number) {
    this.#seats = new Seats(mostEach);
  }

  /** Starts to answer, or refuses with nothing sent and the source not asked. `over` is told how the stream ended. */
  start(
    response: ServerResponse,
    format: StreamFormat,
    events: EventStream,
    holder: Holder,
    over: (how: StreamOver) => void,
  ): Refused | null {
    const { identity, address } = holder;
    const giveBack = this.#seats.take(identity ? `viewer ${identity.viewer.id}` : `address ${address}`);
    if (!giveBack) return Refused.as('TOO_MANY_STREAMS');
    let isOver = false;
    let expiry: NodeJS.Timeout | undefined;
    let end: (how: StreamEnd) => void = () => {};
    end = streamEvents(response, format, events, (how) => {
      isOver = true;
      clearTimeout(expiry);
      this.#open.delete(end);
      giveBack();
      over(how);
    });
    if (isOver) return null;
    this.#open.set(end, holder);
    const left = identity ? identity.expiresAt.getTime() - Date.now() : LONGEST_WAIT;
    expiry = setTimeout(() => end(failedWith('UNAUTHENTICATED')), Math.min(left, LONGEST_WAIT));
    if (this.#isDraining) this.drain();
    return null;
  }

  /** The session was revoked: its streams end now. */
  endOf(sessionId: string): void {
    for (const [end, { identity }] of this.#open) {
      if (identity?.viewer.sessionId === sessionId) end(failedWith('UNAUTHENTICATED'));
    }
  }

  /** Tells everybody to subscribe again, elsewhere. */
  drain(): void {
    this.#isDraining = true;
    for (const end of this.#open.keys()) end(failedWith('SUBSCRIPTION_SOURCE_CLOSED'));
  }
}

const failedWith = (code: RefusalCode): StreamEnd => ({ kind: 'failed', errors: [errorOf(code)] });
