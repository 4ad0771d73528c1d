// How a live source may end, and what the client is told about it.
import { GraphQLError } from 'graphql';
import { errorOf } from '../respond/refusals.js';

export type SourceEnd =
  | { readonly kind: 'completed' }
  /** `error` is for the client, still unmasked; `cause` is for our log. */
  | { readonly kind: 'failed'; readonly error: GraphQLError; readonly cause: unknown };

export const ended: SourceEnd = { kind: 'completed' };

/** From what graphql-ws reports: the errors of an `error` frame, a close event, or a network error. */
export function lost(cause: unknown, wasConnected: boolean): SourceEnd {
  if (Array.isArray(cause)) {
    const [first] = cause as { message?: unknown; extensions?: Record<string, unknown> }[];
    const error = new GraphQLError(String(first?.message ?? ''), { extensions: first?.extensions ?? {} });
    // A subgraph answers a viewer it does not know with a result; as a frame, it does not know *us*.
    const isOurs = first?.extensions?.['code'] === 'UNAUTHENTICATED';
    return { kind: 'failed', error: isOurs ? errorOf('SUBSCRIPTION_SOURCE_UNAVAILABLE') : error, cause: error };
  }
  const error = errorOf(wasConnected ? 'SUBSCRIPTION_SOURCE_CLOSED' : 'SUBSCRIPTION_SOURCE_UNAVAILABLE');
  return { kind: 'failed', error, cause: new Error(describe(cause)) };
}

function describe(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  const { code, reason, message } = (cause ?? {}) as Record<string, unknown>;
  return `the source was lost: ${[code, reason, message].filter((part) => part !== undefined).join(' ')}`;
}
