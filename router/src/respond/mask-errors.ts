// What may leave of an error: the code and sentence of one that was meant for people; for everything else INTERNAL and
// the request id, while the whole of it goes to the log. No subgraph's name, no address, no driver's text.
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { GraphQLError } from 'graphql';
import { errorOf } from './refusals.js';

/** A subgraph complaining about our own document is our bug, not the client's. */
const OURS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);
const UNCODED = new Set(['INTERNAL', 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);
const LONGEST_MESSAGE = 500;

export type ErrorMask = (errors: readonly GraphQLError[], log: Logger, requestId: string) => GraphQLError[];

export const maskErrors: ErrorMask = (errors, log, requestId) => errors.map((error) => mask(error, log, requestId));

function mask(error: GraphQLError, log: Logger, requestId: string): GraphQLError {
  const { message, path, extensions = {} } = error;
  const shape = (code: string, text: string, extra: object = {}) =>
    new GraphQLError(text.slice(0, LONGEST_MESSAGE), {
      ...(path && { path }),
      extensions: { code, requestId, ...extra },
    });
  const code = extensions['code'];
  const isOfVariable = message.startsWith('Variable "$'); // checked late, by the subgraph that knows the scalar
  if (isOfVariable && (code === undefined || typeof code !== 'string' || OURS.has(code))) {
    return shape('BAD_USER_INPUT', message);
  }
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) && !UNCODED.has(code) && !OURS.has(code)) {
    const { parameters } = extensions;
    return shape(code, message, parameters === undefined ? {} : { parameters });
  }
  log.error('an operation failed', { error: causeOf(error), path: path?.join('.') });
  return shape('INTERNAL', errorOf('INTERNAL').message);
}

/** What the gateway calls the original is a plain object when a subgraph sent it. */
const causeOf = (error: GraphQLError): unknown => (error.originalError instanceof Error ? error.originalError : error);
