// Where a socket takes the events of one stream: each is written as a whole frame, and a client that does not take them
// is told from where it may resume.
import type { EventSink, EventText, StreamEnd } from './event-stream.js';
import { type LiveSocket, MOST_UNSENT } from './live-socket.js';

/** So many events may wait in the socket, or more for a moment, before the client counts as not reading. */
const MOST_WAITING = 256;
const PATIENCE_MS = 250;
/** Unsent bytes beyond which a backlog waits with its source. */
const ENOUGH_UNSENT = 64 * 1024;

export class SocketEvents implements EventSink {
  /** Cursors of the last event written, and of the last that is known to have left us. */
  #written: string | null = null;
  #taken: string | null = null;
  /** Events that wait in the socket behind others, and since when none of them moved. */
  #waiting = 0;
  #stuckSince = 0;

  constructor(
    private readonly live: LiveSocket,
    private readonly id: string,
    private readonly ended: (how: StreamEnd) => void,
  ) {}

  next(event: EventText): void {
    const { live } = this;
    if (!live.isOpen) return;
    const frame = event.frameFor(this.id);
    if (live.stream.writableLength === 0) {
      this.#taken = this.#written;
      live.stream.write(frame);
    } else this.#queue(frame, event.cursor);
    this.#written = event.cursor ?? this.#written;
  }

  end(how: StreamEnd): void {
    if (how.kind === 'failed' && how.isSlow) this.#dismiss();
    else this.ended(how);
  }

  pace(): Promise<void> | null {
    return this.live.stream.writableLength > ENOUGH_UNSENT ? this.live.drained() : null;
  }

  #queue(frame: Buffer, cursor: string | null): void {
    const { stream } = this.live;
    if (this.#waiting === 0) this.#stuckSince = performance.now();
    this.#waiting += 1;
    stream.write(frame, (error) => {
      if (error) return; // the socket is gone
      this.#waiting -= 1;
      this.#stuckSince = performance.now();
      this.#taken = cursor ?? this.#taken;
    });
    const isStuck = this.#waiting > MOST_WAITING && performance.now() - this.#stuckSince > PATIENCE_MS;
    if (isStuck || stream.writableLength > MOST_UNSENT) this.#dismiss();
  }

  #dismiss(): void {
    const hasAll = this.live.stream.writableLength === 0;
    this.live.dismiss('SLOW_CONSUMER', hasAll ? this.#written : this.#taken);
  }
}
