// One operation over HTTP, from its request to its answer: walks the list of stages, and sends what came of it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import { type Answer, type Passage, type Stage, type Verdict, walk } from '../passage.js';
import { acceptsAnything } from '../respond/answer-format.js';
import { Refused } from '../respond/refusals.js';
import { sendBody, sendOutcome, sendRefusal } from '../respond/send-answer.js';
import { HttpPassage } from './http-passage.js';
import type { HttpStreams } from './http-streams.js';

/** For the body of an operation; the answer may take longer. */
const OPERATION_PATIENCE = seconds(15);

export type OperationAnswerer = (
  request: IncomingMessage,
  response: ServerResponse,
  stages: readonly Stage[],
) => Promise<void>;

export function operationAnswerer(streams: HttpStreams, isDraining: () => boolean, log: Logger): OperationAnswerer {
  return async (request, response, stages) => {
    const began = performance.now();
    const passage = new HttpPassage(request, response, log);
    const patience = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, OPERATION_PATIENCE);
    response.once('close', () => {
      clearTimeout(patience);
      if (!response.writableFinished) passage.leave();
    });
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
function send(response: ServerResponse, verdict: Verdict, passage: Passage, streams: HttpStreams): Refused | null {
  const refused = verdict instanceof Refused ? verdict : answer(response, passage.answer, passage, streams);
  if (refused) sendRefusal(response, refused, passage);
  return refused;
}

function answer(
  response: ServerResponse,
  given: Answer | undefined,
  passage: Passage,
  streams: HttpStreams,
): Refused | null {
  if (given?.kind === 'outcome') sendOutcome(response, given.outcome, passage);
  if (given?.kind === 'json') sendBody(response, given.body);
  if (given?.kind !== 'stream') return null;
  const { stream: format } = passage.accepted ?? acceptsAnything;
  if (!format) return Refused.as('SUBSCRIPTION_TRANSPORT_REQUIRED');
  const address = response.socket?.remoteAddress ?? 'unknown';
  return streams.start(response, format, given.events, { identity: passage.identity ?? null, address }, (how) =>
    passage.log.info('a stream ended', { how }),
  );
}
