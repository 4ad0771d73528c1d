// The one media type of requests: application/json in UTF-8 (GraphQL over HTTP, "POST"). Compressed bodies are refused
// instead of inflated, so there is no bomb to count.
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { Headed } from './exchange.js';

export const requireJson: Stage['admit'] = ({ http }) =>
  !http || http.request.method === 'GET' || isJson(http.request) ? null : Refused.as('UNSUPPORTED_MEDIA_TYPE');

export const mediaTypeOf = ({ headers }: Headed): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase();

export const isJson = (request: Headed): boolean =>
  request.headers['content-type'] === 'application/json'
    ? isPlain(request)
    : mediaTypeOf(request) === 'application/json' && speaksUtf8(request);

export function speaksUtf8(request: Headed): boolean {
  const charset = /charset="?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(charset) && isPlain(request);
}

const isPlain = ({ headers }: Headed) => (headers['content-encoding'] ?? 'identity') === 'identity';
