// One operation of a socket. graphql-ws runs it as an iterator that yields nothing: what it has to say is written to the
// socket as whole frames, so that nothing is parsed and written again, and its end is what the iterator tells.
import { randomUUID } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { type ByteText, bytesOf } from '../bounds/byte-text.js';
import type { EventStream, StreamEnd } from './event-stream.js';
import { nextFrame } from './frame.js';
import type { LiveSocket } from './live-socket.js';
import { SocketEvents } from './socket-events.js';

/** What the iterator throws when the stream failed; the errors are masked. */
export class StreamFailure extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? 'the stream failed');
  }
}

const over: IteratorResult<never> = { value: undefined, done: true };

export class SocketOperation implements AsyncIterableIterator<never> {
  readonly requestId = randomUUID();
  /** It ended, or the client left or unsubscribed. */
  isOver = false;
  /** What `next` sends: the JSON text of a result, or the events of a stream. */
  #answer: ByteText | EventStream | null = null;
  #leaveStream: (() => void) | null = null;
  #settle: ((how: StreamEnd) => void) | null = null;

  constructor(
    readonly live: LiveSocket,
    readonly id: string,
  ) {}

  answerWith(answer: ByteText | EventStream): this {
    this.#answer = answer;
    return this;
  }

  /** Releases what runs for it, at once; says nothing more. */
  leave(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#leaveStream?.();
    this.#settle?.({ kind: 'completed' });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<never>> {
    const answer = this.#answer;
    this.#answer = null;
    if (answer === null || this.isOver) return over;
    if (typeof answer !== 'string') return this.#follow(answer);
    await this.live.untilTaken();
    if (!this.isOver && this.live.isOpen) this.live.stream.write(nextFrame(this.id, bytesOf(answer)));
    return over;
  }

  async return(): Promise<IteratorResult<never>> {
    this.leave();
    return over;
  }

  /** Settles with the stream's end. */
  #follow(events: EventStream): Promise<IteratorResult<never>> {
    return new Promise((resolve, reject) => {
      this.#settle = (how) => (how.kind === 'completed' ? resolve(over) : reject(new StreamFailure(how.errors)));
      const leave = events.open(
        new SocketEvents(this.live, this.id, (how) => {
          this.isOver = true;
          this.#settle?.(how);
        }),
      );
      if (this.isOver)
        leave(); // it ended while it was opened
      else this.#leaveStream = leave;
    });
  }
}
