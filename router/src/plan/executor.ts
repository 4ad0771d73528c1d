// THE SEAM: everything in the router that knows how a federated operation is planned and run stands behind this
// interface. Whoever implements it gets documents that passed every wall and were validated against `schema`.
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Call } from './call.js';

export interface Operation {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
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
  /** Completes one event of the source with what other subgraphs know, for this call's viewer. Never rejects. */
  complete(event: ExecutionResult, call: Call): Promise<ExecutionResult>;
}

export interface Executor {
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  /** Plans and runs a query or mutation. Errors are unmasked: masking is the router's. */
  execute(operation: Operation, call: Call): Promise<ExecutionResult>;
  /** Plans a subscription. An ExecutionResult when it cannot start, or has nothing to wait for. */
  planStream(operation: Operation, call: Call): Promise<StreamPlan | ExecutionResult>;
  close(): Promise<void>;
}

export const isStreamPlan = (planned: StreamPlan | ExecutionResult): planned is StreamPlan => 'complete' in planned;
