// CSRF: a page of another origin must not reach us without a preflight. The same rule as Apollo Server's csrfPrevention,
// applied before anything else looks at the request.
import type { IncomingMessage } from 'node:http';
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';

/** Types that a form can send without a preflight (Fetch standard, CORS-safelisted request-header). */
const SIMPLE = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];

export const requirePreflight: Stage['admit'] = ({ http }) => {
  if (!http) return null;
  const { request } = http;
  const type = mediaTypeOf(request);
  const isPreflighted =
    (type !== undefined && !SIMPLE.has(type)) || PREFLIGHT_HEADERS.some((name) => Boolean(request.headers[name]));
  if (!isPreflighted) return Refused.as('CSRF');
  if (type !== 'application/json' && (request.method === 'POST' || type !== undefined)) {
    return Refused.as('UNSUPPORTED_MEDIA_TYPE');
  }
  return speaksUtf8(request) ? null : Refused.as('UNSUPPORTED_MEDIA_TYPE');
};

const mediaTypeOf = ({ headers }: IncomingMessage) => headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** Compressed bodies are refused instead of inflated, so there is no bomb to count. */
function speaksUtf8({ headers }: IncomingMessage): boolean {
  const charset = /charset="?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(charset) && (headers['content-encoding'] ?? 'identity') === 'identity';
}
