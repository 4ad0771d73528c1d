// A subgraph's errors as errors of the whole answer, in the shape the stock gateway gives them.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { AnswerPath, PlanPath } from './reach.js';

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

/**
 * Where an error of a whole fetch stands in the answer: as far as that is one place (GraphQL specification, 7.1.2). The
 * stock gateway leaves `@` and `_entities` in the path.
 */
export function placeOf(path: PlanPath, own: readonly (string | number)[] | undefined): AnswerPath | undefined {
  if (!own) return undefined;
  const first = path.indexOf('@');
  if (first >= 0) return path.slice(0, first);
  return [...path, ...(own[0] === '_entities' ? own.slice(1) : own)];
}
