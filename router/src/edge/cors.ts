// CORS by an allow-list of exact origins (Fetch standard, section 3.2). Never `*`: credentials may come along.
import { guestHeader } from '@mosaic/kernel/identity/guest-token';
import type { Passage, Stage } from '../passage.js';
import type { Headed } from './exchange.js';
import { requestIdHeader } from './request-id.js';

export type Origins = Pick<ReadonlySet<string>, 'has'>;
type Http = NonNullable<Passage['http']>;

/** Whether a browser page may talk to us: no Origin means that no browser is asking. */
export const isWelcome = (origins: Origins, { headers: { origin } }: Headed): boolean =>
  origin === undefined || origins.has(origin);

/** Answers preflights, and lets listed origins read our answers. */
export const allowOrigins =
  (origins: Origins): Stage['admit'] =>
  ({ http }) =>
    http ? answerOrigin(origins, http) : null;

/** 'answered' when the request was a preflight. */
export function answerOrigin(origins: Origins, { request, response }: Http): 'answered' | null {
  const { origin } = request.headers;
  response.setHeader('vary', 'Origin');
  if (origin !== undefined && origins.has(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-expose-headers', requestIdHeader);
    // The body is for that origin too, not only for ours.
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
  }
  if (request.method !== 'OPTIONS') return null;
  if (response.hasHeader('access-control-allow-origin')) {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT');
    response.setHeader(
      'access-control-allow-headers',
      `content-type, authorization, apollo-require-preflight, x-apollo-operation-name, accept-language, ${guestHeader}, ${requestIdHeader}`,
    );
    response.setHeader('access-control-max-age', '600');
  }
  response.statusCode = 204;
  response.end();
  return 'answered';
}
