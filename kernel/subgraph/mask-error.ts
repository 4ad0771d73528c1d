// Masking by construction: only errors we meant for people leave with their text; everything else is INTERNAL.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AccessError, RefusedError } from '../refusal/refusal.js';
import type { Call } from './call.js';

/** GraphQL's own complaints about a document have no cause, or one of these codes from Apollo Server. */
const DOCUMENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** The error as it may leave; the whole of it, with its cause, goes to the log when it was not meant for people. */
export function maskError(error: unknown, { log, requestId }: Pick<Call, 'log' | 'requestId'>): GraphQLFormattedError {
  const located = error instanceof GraphQLError ? error : null;
  // Apollo Server wraps what graphql-js says of a variable; both are complaints about the document, not causes.
  const original = located?.originalError instanceof GraphQLError ? null : located?.originalError;
  const cause = original ?? (located ? null : error);
  const shape = (message: string, code: string, extra: object = {}): GraphQLFormattedError => ({
    message: message.slice(0, 500), // GraphQL's complaints repeat the value, which a stranger may have made 1 MB long
    ...(located?.path && { path: located.path }),
    ...(located?.locations && { locations: located.locations }),
    extensions: { code, requestId, ...extra },
  });

  if (cause instanceof AccessError) return shape(cause.message, cause.code);
  if (cause instanceof RefusedError) {
    const { code, message, parameters } = cause.refusal;
    return shape(message, code, { parameters });
  }
  const code = located?.extensions['code'];
  if (located && !cause && typeof code === 'string' && DOCUMENT_CODES.has(code)) return shape(located.message, code);
  if (located && !cause && code === undefined && !located.path)
    return shape(located.message, 'GRAPHQL_VALIDATION_FAILED');
  log.error('a request failed', { error: cause ?? error, path: located?.path });
  return shape('Something went wrong on our side.', 'INTERNAL');
}
