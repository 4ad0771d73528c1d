// The cheapest walls: how many headers, and which methods.
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { MOST_HEADERS } from './whole/whole-request.js';

export const boundHeaders: Stage['admit'] = ({ http }) =>
  // A request that came whole has no more: with more it is not taken for one.
  http && 'rawHeaders' in http.request && http.request.rawHeaders.length / 2 > MOST_HEADERS
    ? Refused.as('HEADERS_TOO_LARGE')
    : null;

export const allowMethods: Stage['admit'] = ({ http }) => {
  if (http?.request.method === 'POST' || http?.request.method === 'GET') return null;
  http?.response.setHeader('allow', 'GET, POST, OPTIONS');
  return Refused.as('METHOD_NOT_ALLOWED');
};
