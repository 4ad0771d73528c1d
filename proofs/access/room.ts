// What one subgraph brings to the access proofs: its records, the ways to them, and a sample of each of its root fields.
import type { Person } from '../lab/person.js';
import type { Stage } from './stage.js';

/** An input that would do for whoever is admitted; null for a mutation without input. */
type MakeInput = (stage: Stage, person: Person | null) => Promise<Record<string, unknown>> | Record<string, unknown>;

interface Stream {
  /** May use the variables $<Type>: the owner's record of each type. */
  readonly document: string;
  /** Makes the stream say something to whoever may hear it. */
  readonly stir: (stage: Stage, listener: Person | null) => Promise<unknown>;
}

export interface AccessRoom {
  /** Makes the owner's record of each type, and answers their ids by type. `stage.ids` has those of the rooms before. */
  readonly records: (stage: Stage) => Promise<Record<string, string>>;
  /** Where a record of each type hangs in the graph: `@` stands for its fields, `$P` for a person, `$<Type>` for an id. */
  readonly nested: Readonly<Record<string, string>>;
  /** Root fields with an argument `id`, by type, beside `node`. */
  readonly byId: Readonly<Record<string, string>>;
  /** A selection of each field of Query; `$<Type>` stands for the owner's record. */
  readonly queries: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, MakeInput | null>>;
  readonly streams: Readonly<Record<string, Stream>>;
  /** Codes by which it refuses who is not admitted, beside UNAUTHENTICATED, FORBIDDEN and NOT_FOUND. */
  readonly denials?: readonly string[];
  /** Root fields that end sessions: before and after them everybody signs in anew. */
  readonly endsSessions?: readonly string[];
  /** Mutations that are tried after everything else, because they end what others need. */
  readonly endings?: readonly string[];
}
