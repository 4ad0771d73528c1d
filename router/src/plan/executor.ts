// THE SEAM: everything in the router that knows how a federated operation is planned and run stands behind this
// interface. Whoever implements it gets documents that passed every wall and were validated against `schema`.
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { ByteText } from '../bounds/byte-text.js';
import type { Call } from './call.js';

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an operation came to, with `data` as the JSON text it is sent as. */
export interface Outcome {
  /** Absent when execution never began: a request error (GraphQL specification, 7.1.2). */
  readonly data?: ByteText;
  /** Unmasked: masking is the router's. */
  readonly errors: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The subscription that the owning subgraph is asked for. */
export interface StreamSource {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface StreamPlan {
  readonly source: StreamSource;
  /** Completes one event of the source, which it may write into, with what other subgraphs know. Never rejects. */
  complete(event: ExecutionResult, call: Call): Promise<Outcome>;
}

export interface Executor {
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  /** Plans and runs a query or mutation. */
  execute(operation: Operation, call: Call): Promise<Outcome>;
  /** Plans a subscription. An Outcome when it cannot start, or has nothing to wait for. */
  planStream(operation: Operation, call: Call): Promise<StreamPlan | Outcome>;
  /** Plans and compiles ahead of the first request. Throws GraphQLError when the operation cannot be planned. */
  warm(operation: Pick<Operation, 'document' | 'operationName'>): void;
  /** The plan as text, for people. */
  explain(operation: Operation): string;
}

export const isStreamPlan = (planned: StreamPlan | Outcome): planned is StreamPlan => 'complete' in planned;
