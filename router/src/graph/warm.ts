// Plans operations before anybody asks them: at the start, and for a graph that is about to replace another.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DocumentNode, GraphQLError } from 'graphql';
import { operationsOf } from '../document/limit-shape.js';
import { complaintsOf } from '../document/validate-document.js';
import { Refused } from '../respond/refusals.js';
import type { Graph } from './graph.js';
import type { OperationText } from './recent-operations.js';

export interface Warmth {
  readonly warmed: number;
  /** Those that this graph would refuse, or cannot plan. */
  readonly refused: number;
}

/** One at a time, each when it is its `turn`: by default after everybody else's. False is the end. */
export async function warm(
  { executor, readDocument }: Pick<Graph, 'executor' | 'readDocument'>,
  operations: readonly OperationText[],
  turn: () => Promise<boolean> = () => nextTurn(true),
): Promise<Warmth> {
  const made = new Map<DocumentNode, Set<string | null>>();
  let warmed = 0;
  let refused = 0;
  for (const { query, operationName } of operations) {
    if (!(await turn())) break;
    const document = readDocument(query);
    if (document instanceof Refused || complaintsOf(executor.schema, document).length > 0) {
      refused += 1;
      continue;
    }
    const names = made.get(document) ?? new Set();
    made.set(document, names);
    for (const name of operationName === undefined ? namesIn(document) : [operationName]) {
      if (names.has(name)) continue;
      names.add(name);
      try {
        executor.warm({ document, operationName: name ?? undefined });
        warmed += 1;
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        refused += 1;
      }
    }
  }
  return { warmed, refused };
}

/** As clients name them: an operation that has a name is asked for by it. */
const namesIn = (document: DocumentNode): (string | null)[] =>
  operationsOf(document).map(({ name }) => name?.value ?? null);
