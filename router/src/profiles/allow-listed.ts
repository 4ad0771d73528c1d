// CORS without credentials (Fetch standard, section 3.2): no cookie means anything to this router, so a page that may not
// read our answers cannot do more by sending a request than anybody else.
import type { Stage } from '../passage.js';

/** Exact origins, or all of them. */
export type Listed = ReadonlySet<string> | '*';

/** Whether a page of this origin may talk to us. */
export const isListed = (listed: Listed, origin: string): boolean => listed === '*' || listed.has(origin);

/** Answers preflights, and lets listed origins read our answers. */
export const allowListed =
  (listed: Listed): Stage['admit'] =>
  ({ http }) => {
    if (!http) return null;
    const { request, response } = http;
    const { origin } = request.headers;
    if (listed !== '*') response.setHeader('vary', 'Origin');
    const isWelcome = origin !== undefined && isListed(listed, origin);
    if (isWelcome) {
      response.setHeader('access-control-allow-origin', listed === '*' ? '*' : origin);
      response.setHeader('access-control-expose-headers', '*');
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
    }
    if (request.method !== 'OPTIONS') return null;
    if (isWelcome) {
      response.setHeader('access-control-allow-methods', 'GET, POST');
      // Which headers go on to subgraphs is a setting of its own; that a page sends one is no harm.
      response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '');
      response.setHeader('access-control-max-age', '600');
    }
    response.statusCode = 204;
    response.end();
    return 'answered';
  };
