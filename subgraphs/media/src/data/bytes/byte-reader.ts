// A stream of bytes, read in the portions a parser asks for. Holds no more than one portion and one chunk.

/** The bytes are not what their format says they must be. */
export class Unreadable extends Error {}

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#source.next();
      if (done) return true;
      this.#rest = value;
    }
    return false;
  }

  /** Exactly so many bytes. Throws Unreadable when there are fewer. */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for await (const part of this.upTo(count)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Exactly so many bytes, as they come; all that is left when `count` is Infinity. Throws Unreadable when there are fewer. */
  async *upTo(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      if (await this.isAtEnd()) {
        if (left === Number.POSITIVE_INFINITY) return;
        throw new Unreadable();
      }
      const part = this.#rest.subarray(0, Math.min(left, this.#rest.length));
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
}
