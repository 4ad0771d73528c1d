// What went wrong, as a page can say it: who was asked, and the request id that finds it in the logs.
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { Unreachable } from './session';

export interface Failure {
  /** `offline`: nothing was reached. `refused`: it is not this viewer's, or it is gone. `broken`: our fault. */
  readonly kind: 'offline' | 'refused' | 'broken';
  readonly code: string | null;
  readonly requestId: string | null;
}

const REFUSED = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

export function readFailure(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { extensions } = error.errors[0] ?? {};
    const code = typeof extensions?.['code'] === 'string' ? extensions['code'] : null;
    const requestId = typeof extensions?.['requestId'] === 'string' ? extensions['requestId'] : null;
    return { kind: code && REFUSED.has(code) ? 'refused' : 'broken', code, requestId };
  }
  if (ServerError.is(error))
    return { kind: 'broken', code: null, requestId: error.response.headers.get('x-request-id') };
  if (error instanceof Unreachable) {
    return { kind: error.requestId ? 'broken' : 'offline', code: null, requestId: error.requestId };
  }
  return { kind: 'offline', code: null, requestId: null };
}
