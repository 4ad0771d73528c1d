// One subgraph, as the executor sees it.
import type { GraphQLFormattedError } from 'graphql';
import type { Call } from '../plan/call.js';

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface Subgraph {
  readonly name: string;
  /**
   * Sends one operation, as the JSON text of its request. Never rejects: whatever fails is an answer with one coded
   * error. The answer is the asker's own: the executor writes into it.
   */
  ask(body: string, kind: 'query' | 'mutation', call: Call): Promise<SubgraphAnswer>;
}
