// The web app's one page. Its style nonce is drawn for each answer, so the page is sent as it is and never compressed: it is
// small, and every answer differs.
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { appHeaders, pagePolicy, type Scheme } from './app-policy.js';

const PLACEHOLDER = '__NONCE__';
/** 128 bits (CSP level 3, section 7.1). */
const NONCE_BYTES = 16;

export function pageSender(html: string, scheme: Scheme): (response: ServerResponse) => void {
  const pieces = html.split(PLACEHOLDER);
  return (response) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    const body = Buffer.from(pieces.join(nonce));
    response.writeHead(200, {
      ...appHeaders,
      'content-security-policy': pagePolicy(nonce, scheme),
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-cache',
    });
    response.end(body); // Node sends no body to a HEAD
  };
}
