// Writes an answer or a refusal to an HTTP client that may have left meanwhile.
import type { ServerResponse } from 'node:http';
import type { Answer } from '../passage.js';
import type { Refused } from './refusals.js';

export function sendAnswer(response: ServerResponse, answer: Extract<Answer, { kind: 'http' }>): void {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(answer.status).end(answer.body);
}

export function sendRefusal(response: ServerResponse, refused: Refused, requestId: string): void {
  if (refused.status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(refused.status).end(`${JSON.stringify({ errors: refused.shownWith(requestId) })}\n`);
}
