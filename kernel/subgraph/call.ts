// One call from the router, as a subgraph sees it. Everything a request may know about its caller is here.
import type { Deadline } from '../deadline/deadline.js';
import type { CallerClaims } from '../identity/caller-assertion.js';
import type { Locale, Viewer } from '../identity/viewer.js';
import { AccessError } from '../refusal/refusal.js';
import type { Logger } from '../telemetry/logger.js';

export interface Call {
  readonly viewer: Viewer | null;
  /** The guest token that came along, with or without a viewer: a cart may be filled before signing in. */
  readonly guest: string | null;
  readonly locale: Locale;
  readonly requestId: string;
  readonly deadline: Deadline;
  readonly log: Logger;
}

/** Every subgraph's GraphQL context: the call, and beside it what the subgraph adds. */
export interface CallContext {
  readonly call: Call;
}

export const callOf = (claims: CallerClaims, deadline: Deadline, log: Logger): Call => ({
  viewer: claims.viewer,
  guest: claims.guest,
  locale: claims.locale,
  requestId: claims.requestId,
  deadline,
  log: log.with({ requestId: claims.requestId }),
});

/** The viewer, or an UNAUTHENTICATED AccessError. */
export function viewerOf({ viewer }: Call): Viewer {
  if (!viewer) throw new AccessError('UNAUTHENTICATED');
  return viewer;
}
