// What one subscription heard, and how it ended.
import type { Client, SubscribePayload } from 'graphql-ws';

interface Heard<T> {
  data?: Record<string, T> | null;
  errors?: readonly { extensions?: Record<string, unknown> }[];
}

export class Ear<T> {
  /** The one root field of each event. */
  readonly events: T[] = [];
  /** Codes of the errors that ended the stream; `COMPLETE` for a plain end. */
  readonly endings: string[] = [];
  readonly #leave: () => void;
  readonly #waiting = new Set<() => void>();

  constructor(client: Client, payload: SubscribePayload) {
    this.#leave = client.subscribe(payload, {
      next: (heard) => this.#take(heard as Heard<T>),
      error: (error) => this.#end(codesOf(error)),
      complete: () => this.#end(['COMPLETE']),
    });
  }

  #take({ data, errors }: Heard<T>): void {
    if (data) this.events.push(...Object.values(data));
    if (errors) this.endings.push(...codesOf(errors));
    this.#tell();
  }

  #end(codes: string[]): void {
    if (this.endings.length === 0) this.endings.push(...codes);
    this.#tell();
  }

  #tell(): void {
    for (const look of this.#waiting) look();
  }

  /** Resolves as soon as the condition holds; rejects, showing what was heard, after `budget`. */
  until(condition: (ear: this) => boolean, budget = 5_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = () => {
        if (!condition(this)) return;
        done();
        resolve();
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`heard only ${JSON.stringify({ events: this.events, endings: this.endings })}`));
      }, budget);
      this.#waiting.add(look);
      look();
    });
  }

  heard(count: number, budget?: number): Promise<void> {
    return this.until(({ events }) => events.length >= count, budget);
  }

  leave(): void {
    this.#leave();
  }
}

const codesOf = (error: unknown): string[] =>
  Array.isArray(error) ? error.map(({ extensions }) => String(extensions?.code)) : [String(error)];
