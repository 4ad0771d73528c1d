// Writes an answer or a refusal to an HTTP client that may have left meanwhile.
import type { ServerResponse } from 'node:http';
import type { Passage } from '../passage.js';
import type { Outcome } from '../plan/executor.js';
import { maskErrors } from './mask-errors.js';
import type { Refused } from './refusals.js';

/** `data` first costs nothing: it is text already. */
export function sendOutcome(response: ServerResponse, { data, errors, extensions }: Outcome, passage: Passage): void {
  const parts: string[] = [];
  if (errors.length > 0) parts.push(`"errors":${JSON.stringify(maskErrors(errors, passage.log, passage.requestId))}`);
  if (data !== undefined) parts.push(`"data":${data}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(data === undefined ? 400 : 200).end(`{${parts.join(',')}}\n`);
}

export function sendBody(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(200).end(`${JSON.stringify(body)}\n`);
}

export function sendRefusal(response: ServerResponse, refused: Refused, requestId: string): void {
  if (refused.status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(refused.status).end(`${JSON.stringify({ errors: refused.shownWith(requestId) })}\n`);
}
