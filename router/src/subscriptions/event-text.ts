// One event of a stream, written once for all who hear it: as text, as bytes, and as the frame of a socket.
import type { EventText } from './event-stream.js';
import { nextFrame } from './frame.js';

export class SharedEvent implements EventText {
  #bytes: Buffer | null = null;
  #frame: Buffer | null = null;
  #frameId = '';

  constructor(
    readonly text: string,
    readonly cursor: string | null,
  ) {}

  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.text);
    return this.#bytes;
  }

  frameFor(id: string): Buffer {
    if (this.#frame && this.#frameId === id) return this.#frame;
    this.#frameId = id;
    this.#frame = nextFrame(id, this.bytes);
    return this.#frame;
  }
}
