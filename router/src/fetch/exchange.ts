// One request on the wire and what came back: the end of a call as undici's dispatcher tells it, chunk by chunk.
import type { Dispatcher } from 'undici';

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** The answer is larger than it may be. */
export class TooLarge extends Error {}

/** The subgraph was not reached, or hung up. */
export class Unreachable extends Error {}

const givenUp = new Error('given up: nobody waits for the answer any more');

/** Codes of undici that speak of us, not of the subgraph: a header it refuses to send, or a pool that is being closed. */
const OURS = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED', 'UND_ERR_NOT_SUPPORTED']);

export class Exchange implements Dispatcher.DispatchHandler {
  readonly #largest: number;
  #end: (how: RawAnswer | Error) => void;
  #controller: Dispatcher.DispatchController | null = null;
  #isOver = false;
  #status = 0;
  #contentType = '';
  #first: Buffer | null = null;
  /** Only when there is more than one chunk. */
  #chunks: Buffer[] | null = null;
  #size = 0;

  /** `end` is called once, unless the exchange is given up first. */
  constructor(largest: number, end: (how: RawAnswer | Error) => void) {
    this.#largest = largest;
    this.#end = end;
  }

  /** Closes the connection under it, or never lets it begin. False when it had ended before. */
  giveUp(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#controller?.abort(givenUp);
    return true;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(givenUp);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    this.#status = status;
    this.#contentType = String(headers['content-type'] ?? '');
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#largest) {
      this.#over(new TooLarge(`the answer is larger than ${this.#largest} bytes`));
      controller.abort(givenUp);
    } else if (this.#first === null) this.#first = chunk;
    else if (this.#chunks === null) this.#chunks = [this.#first, chunk];
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = this.#chunks ? Buffer.concat(this.#chunks, this.#size) : (this.#first ?? Buffer.alloc(0));
    this.#over({ status: this.#status, contentType: this.#contentType, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    this.#over(
      OURS.has(error.code ?? '') ? error : new Unreachable('the subgraph cannot be reached', { cause: error }),
    );
  }

  #over(how: RawAnswer | Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const end = this.#end;
    this.#forget();
    end(how);
  }

  /** A kept connection holds its last exchange until the next: without this, whoever asked and all they gathered too. */
  #forget(): void {
    this.#end = () => {};
    this.#first = null;
    this.#chunks = null;
  }
}
