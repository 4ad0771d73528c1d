// Everything the simulator knows, in memory, and each request's changes as one record of the journal.
import type { Charge, Event, PaymentIntent, Refund } from '../objects/shapes.js';
import { type Journal, noJournal, openJournal } from './journal.js';

/** The answer that an idempotency key stands for. */
export interface KeptAnswer {
  readonly id: string;
  /** Method, path and parameters: the same key with others is refused. */
  readonly request: string;
  readonly status: number;
  readonly body: unknown;
}

interface Shelves {
  intents: PaymentIntent;
  charges: Charge;
  refunds: Refund;
  events: Event;
  answers: KeptAnswer;
}
type Shelf = keyof Shelves;
type Change = { [S in Shelf]: readonly [S, Shelves[S]] }[Shelf];

export class Books {
  readonly intents = new Map<string, PaymentIntent>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly events = new Map<string, Event>();
  readonly answers = new Map<string, KeptAnswer>();
  readonly #journal: Journal;
  #changes: Change[] = [];

  constructor(directory: string | undefined) {
    const replay = (changes: readonly Change[]) => {
      for (const [shelf, thing] of changes) this.#shelve(shelf, thing);
    };
    this.#journal = directory === undefined ? noJournal : openJournal(directory, replay);
  }

  /** Seen at once, kept with the next `keep`. */
  put<S extends Shelf>(shelf: S, thing: Shelves[S]): Shelves[S] {
    this.#shelve(shelf, thing);
    this.#changes.push([shelf, thing] as unknown as Change);
    return thing;
  }

  /** Writes what was put since the last time, as one record. */
  keep(): void {
    if (this.#changes.length === 0) return;
    const changes = this.#changes;
    this.#changes = [];
    this.#journal.append(changes);
  }

  close(): void {
    this.keep();
    this.#journal.close();
  }

  #shelve<S extends Shelf>(shelf: S, thing: Shelves[S]): void {
    (this[shelf] as unknown as Map<string, Shelves[S]>).set(thing.id, thing);
  }
}
