// What may leave of an error where the subgraphs are somebody else's: their errors as they say them, but no stack traces.
// What failed inside the router, and how a subgraph could not be reached, stays masked.
import { GraphQLError } from 'graphql';
import { type ErrorMask, maskErrors } from './mask-errors.js';

/** Members of `extensions` under which servers put stack traces. */
const TRACES: ReadonlySet<string> = new Set([
  'exception',
  'stacktrace',
  'stackTrace',
  'stack',
  'debugMessage',
  'trace',
]);

export const passErrors: ErrorMask = (errors, log, requestId) =>
  errors.flatMap((error) => (isOurs(error) ? maskErrors([error], log, requestId) : [withoutTraces(error)]));

/** An exception of this process, or a refusal of ours without words of its own. */
const isOurs = ({ originalError, extensions }: GraphQLError): boolean =>
  originalError instanceof Error || extensions['code'] === 'INTERNAL';

function withoutTraces({ message, path, extensions }: GraphQLError): GraphQLError {
  const kept = Object.entries(extensions).filter(([name]) => !TRACES.has(name));
  return new GraphQLError(message, { ...(path && { path }), extensions: Object.fromEntries(kept) });
}
