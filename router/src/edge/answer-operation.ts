// One operation over HTTP, from its request to its answer: walks the list of stages, and sends what came of it.
import { ServerResponse } from 'node:http';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { type Answer, type Stage, type Verdict, walk } from '../passage.js';
import { acceptsAnything } from '../respond/answer-format.js';
import { Refused } from '../respond/refusals.js';
import { sendBody, sendOutcome, sendRefusal } from '../respond/send-answer.js';
import type { HttpRequest, HttpResponse } from './exchange.js';
import { HttpPassage } from './http-passage.js';
import type { HttpStreams } from './http-streams.js';

/** `heed` is told whom to tell that the client has left. Rejects for a bug, and when the client leaves in the middle of its body. */
export type OperationAnswerer = (
  request: HttpRequest,
  response: HttpResponse & { shouldKeepAlive: boolean },
  stages: readonly Stage[],
  heed: (passage: HttpPassage) => void,
) => Promise<void>;

export function operationAnswerer(streams: HttpStreams, isDraining: () => boolean, log: Logger): OperationAnswerer {
  return async (request, response, stages, heed) => {
    const began = performance.now();
    const passage = new HttpPassage(request, response, log);
    heed(passage);
    const verdict = await walk(stages, passage);
    if (verdict === 'answered') return;
    if (isDraining()) response.shouldKeepAlive = false;
    const refused = send(response, verdict, passage, streams);
    passage.answer = undefined; // a passage that waited is old by now, and would keep its answer until the next great collection
    log.info('request', {
      requestId: passage.requestId,
      operation: passage.operation?.name?.value.slice(0, 100),
      kind: passage.operation?.operation,
      status: response.statusCode,
      ...(refused && { refused: refused.code }),
      durationMs: Math.round(performance.now() - began),
    });
  };
}

/** Answers with the refusal that was sent, if it was one. */
function send(response: HttpResponse, verdict: Verdict, passage: HttpPassage, streams: HttpStreams): Refused | null {
  const refused = verdict instanceof Refused ? verdict : answer(response, passage.answer, passage, streams);
  if (refused) sendRefusal(response, refused, passage);
  return refused;
}

function answer(
  response: HttpResponse,
  given: Answer | undefined,
  passage: HttpPassage,
  streams: HttpStreams,
): Refused | null {
  if (given?.kind === 'outcome') sendOutcome(response, given.outcome, passage);
  if (given?.kind === 'json') sendBody(response, given.body);
  if (given?.kind !== 'stream') return null;
  const { stream: format } = passage.accepted ?? acceptsAnything;
  // Who takes a stream is answered by node:http.
  if (!format || !(response instanceof ServerResponse)) return Refused.as('SUBSCRIPTION_TRANSPORT_REQUIRED');
  const address = response.socket?.remoteAddress ?? 'unknown';
  return streams.start(response, format, given.events, { identity: passage.identity ?? null, address }, (how) =>
    passage.log.info('a stream ended', { how }),
  );
}
