// One event of a stream, written once for all who hear it: as text, as bytes, and as the frame of a socket.
import { type ByteText, bytesOf } from '../bounds/byte-text.js';
import type { EventText } from './event-stream.js';
import { nextFrame } from './frame.js';

export class SharedEvent implements EventText {
  #bytes: Buffer | null = null;
  #frame: Buffer | null = null;
  #frameId = '';

  constructor(
    private readonly text: ByteText,
    readonly cursor: string | null,
  ) {}

  get bytes(): Buffer {
    this.#bytes ??= bytesOf(this.text);
    return this.#bytes;
  }

  frameFor(id: string): Buffer {
    if (this.#frame && this.#frameId === id) return this.#frame;
    this.#frameId = id;
    this.#frame = nextFrame(id, this.bytes);
    return this.#frame;
  }
}
