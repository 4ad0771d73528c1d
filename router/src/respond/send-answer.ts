// Writes one answer or refusal to an HTTP client that may have left meanwhile, in the form it accepts.
import { ServerResponse } from 'node:http';
import { type ByteText, bytesOf, byteText } from '../bounds/byte-text.js';
import type { HttpResponse } from '../edge/exchange.js';
import type { Passage } from '../passage.js';
import type { Outcome } from '../plan/executor.js';
import { outcomeText } from '../subscriptions/outcome-text.js';
import { type Accepted, acceptsAnything, contentTypeOf, isStreamFormat } from './answer-format.js';
import { compressText, encodingFor, WORTH_COMPRESSING } from './compress-text.js';
import { maskErrors } from './mask-errors.js';
import type { Refused } from './refusals.js';
import { streamOne } from './stream-answer.js';

export function sendOutcome(response: HttpResponse, outcome: Outcome, passage: Passage): void {
  const { answer } = passage.accepted ?? acceptsAnything;
  const text = outcomeText(outcome, passage.mask ?? maskErrors, passage);
  const hasData = outcome.data !== undefined;
  if (isStreamFormat(answer) && response instanceof ServerResponse) streamOne(response, answer, text);
  else send(response, hasData || answer === 'json' ? 200 : 400, contentTypeOf(answer, hasData), text);
}

/**
 * A request error is an answer: of status 200 for who accepts application/json alone (GraphQL over HTTP, "Status
 * Codes"), and carried by the stream for who accepts a stream alone. Any other refusal keeps its status and is JSON.
 */
export function sendRefusal(
  response: HttpResponse,
  refused: Refused,
  { requestId, accepted = SIMPLE }: Pick<Passage, 'requestId' | 'accepted'>,
): void {
  const { answer } = accepted;
  const text = byteText(JSON.stringify({ errors: refused.shownWith(requestId) }));
  if (refused.status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (refused.isRequestError && isStreamFormat(answer) && response instanceof ServerResponse)
    streamOne(response, answer, text);
  else {
    const status = refused.isRequestError && answer === 'json' ? 200 : refused.status;
    send(response, status, contentTypeOf(answer, false), text);
  }
}

/** What is no answer of GraphQL. */
export function sendBody(response: HttpResponse, body: object): void {
  send(response, 200, contentTypeOf('json', true), byteText(JSON.stringify(body)));
}

/** For who was refused before the form was agreed on, and for doors that are no GraphQL. */
const SIMPLE: Accepted = { answer: 'json', stream: null };

function send(response: HttpResponse, status: number, contentType: string, text: ByteText): void {
  response.setHeader('content-type', contentType);
  response.statusCode = status;
  const body = `${text}\n` as ByteText;
  if (body.length < WORTH_COMPRESSING) return void response.end(body, 'latin1');
  response.appendHeader('vary', 'Accept-Encoding');
  const encoding = encodingFor(response.req.headers['accept-encoding']);
  if (!encoding) return void response.end(body, 'latin1');
  const plain = bytesOf(body);
  compressText(plain, encoding, (bytes) => {
    if (bytes) response.setHeader('content-encoding', encoding);
    response.end(bytes ?? plain);
  });
}
