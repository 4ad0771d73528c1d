// One execution of a compiled plan: what is known so far, and what went wrong.
import type { GraphQLError } from 'graphql';
import type { Call } from '../call.js';

/** A JSON object that came from a subgraph. Its keys are strangers' words: see `merge.ts`. */
export type Fetched = Record<string, unknown>;

export interface Run {
  /** What the fetches brought, merged; written into as they come. */
  root: Fetched;
  /** As the client gave them, without defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly call: Call;
  readonly errors: GraphQLError[];
}

/** A piece of a plan, ready to run. Never rejects: what fails is in `errors`. Void when nothing had to be waited for. */
export type Step = (run: Run) => Promise<void> | void;

export const isObject = (value: unknown): value is Fetched =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
