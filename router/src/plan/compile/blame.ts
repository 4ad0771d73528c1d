// A subgraph's errors as errors of the whole answer, in the shape the stock gateway gives them.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { AnswerPath } from './reach.js';

/** `path` is where it happened in the client's answer. */
export function blame(subgraph: string, error: GraphQLFormattedError, path: AnswerPath | undefined): GraphQLError {
  const { message, extensions } = error;
  return new GraphQLError(message || `Error while fetching subquery from service "${subgraph}"`, {
    ...(path && { path }),
    originalError: error as Error,
    extensions: {
      ...extensions,
      serviceName: subgraph,
      code: extensions?.['code'] || 'DOWNSTREAM_SERVICE_ERROR',
    },
  });
}
