// THE OTHER LIST: what a request to /session/* passes, from top to bottom. Its last stage runs a mutation of the graph and
// turns tokens into cookies, so that no page of ours ever holds one.
import type { TokenDesk } from '../admission/token-desk.js';
import { boundHeaders } from '../edge/bound-request.js';
import { allowOrigins, type Origins } from '../edge/cors.js';
import { requirePreflight } from '../edge/require-preflight.js';
import { setSecurityHeaders } from '../edge/security-headers.js';
import type { Stage } from '../passage.js';
import type { Executor } from '../plan/executor.js';
import { Refused } from '../respond/refusals.js';
import { graphAsker } from './ask-graph.js';
import { beginSession } from './begin-session.js';
import { documents } from './documents.js';
import { endSession } from './end-session.js';
import { keepGuest } from './keep-guest.js';
import { forms } from './read-form.js';
import { refreshSession } from './refresh-session.js';
import type { SessionCookies } from './session-cookies.js';

export interface SessionParts {
  readonly origins: Origins;
  readonly desk: TokenDesk;
  readonly executor: Executor;
  readonly cookies: SessionCookies;
  readonly mutationMs: number;
}

/** The stages of each door, by its path. */
// biome-ignore format: one line per stage, so that the list can be read as one
export function sessionStages({ origins, desk, executor, cookies, mutationMs }: SessionParts): ReadonlyMap<string, readonly Stage[]> {
  const room = { ask: graphAsker(executor, mutationMs), cookies, desk };
  const edge: readonly Stage[] = [
    { name: 'security headers',  over: 'http', refuses: [], admit: setSecurityHeaders },
    { name: 'allow origins',     over: 'http', refuses: [], admit: allowOrigins(origins) },
    { name: 'bound headers',     over: 'http', refuses: ['HEADERS_TOO_LARGE'], admit: boundHeaders },
    { name: 'post only',         over: 'http', refuses: ['POST_ONLY'], admit: postOnly },
    { name: 'own pages only',    over: 'http', refuses: ['FOREIGN_ORIGIN'], admit: ownPagesOnly(origins) },
    { name: 'require preflight', over: 'http', refuses: ['CSRF', 'UNSUPPORTED_MEDIA_TYPE'], admit: requirePreflight },
  ];
  const always = ['FORM_TOO_LARGE', 'BAD_FORM', 'SESSIONS_UNAVAILABLE', 'INTERNAL'] as const;
  const acts: readonly (readonly [path: string, act: Omit<Stage, 'over'>])[] = [
    ['/session/sign-in',  { name: 'sign in',  refuses: [...always, 'IDENTITY_UNAVAILABLE'], admit: beginSession(room, documents.signIn, forms.signIn) }],
    ['/session/sign-up',  { name: 'sign up',  refuses: [...always, 'IDENTITY_UNAVAILABLE'], admit: beginSession(room, documents.signUp, forms.signUp) }],
    ['/session/refresh',  { name: 'refresh',  refuses: [...always, 'SESSION_OVER'], admit: refreshSession(room) }],
    ['/session/sign-out', { name: 'sign out', refuses: ['FORM_TOO_LARGE', 'BAD_FORM'], admit: endSession(room) }],
    ['/session/guest',    { name: 'guest',    refuses: [...always, 'IDENTITY_UNAVAILABLE'], admit: keepGuest(room) }],
  ];
  return new Map(acts.map(([path, act]) => [path, [...edge, { ...act, over: 'http' }]]));
}

const postOnly: Stage['admit'] = ({ http }) => {
  if (http?.request.method === 'POST') return null;
  http?.response.setHeader('allow', 'POST, OPTIONS');
  return Refused.as('POST_ONLY');
};

/** CSRF: every browser names the page's origin with a POST. What names none is no page of ours. */
const ownPagesOnly =
  (origins: Origins): Stage['admit'] =>
  ({ http }) =>
    origins.has(http?.request.headers.origin ?? '') ? null : Refused.as('FOREIGN_ORIGIN');
