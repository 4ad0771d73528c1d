// The supergraph in the three shapes that its users want: for clients, for the planner, and with everything in it.
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';

export interface Federation {
  /** As it was read. */
  readonly sdl: string;
  readonly supergraph: Supergraph;
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  /** The same, as the planner's library has it. */
  readonly apiSchema: Schema;
  /** With what is @inaccessible to clients: representations and rewrites may name it. */
  readonly supergraphSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
}

/** Throws when the text is no supergraph, or uses a feature that would not be enforced. */
export function readFederation(supergraphSdl: string): Federation {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema();
  return {
    sdl: supergraphSdl,
    supergraph,
    apiSchema,
    schema: apiSchema.toGraphQLJSSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
  };
}
