// Headers that every answer carries (OWASP Secure Headers). The landing page replaces the policy with its own.
import type { Stage } from '../passage.js';
import { requestIdHeader } from './request-id.js';

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const common = new Map(Object.entries(securityHeaders));

export const setSecurityHeaders: Stage['admit'] = ({ http, requestId }) => {
  http?.response.setHeaders(common);
  http?.response.setHeader(requestIdHeader, requestId);
  return null;
};
