// CSRF: a page of another origin must not reach us without a preflight. The same rule as Apollo Server's csrfPrevention,
// applied before anything else looks at the request.
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { isJson, mediaTypeOf, speaksUtf8 } from './require-json.js';

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
  const isReadable = type === undefined && request.method !== 'POST' ? speaksUtf8(request) : isJson(request);
  return isReadable ? null : Refused.as('UNSUPPORTED_MEDIA_TYPE');
};
