// The HTTP door: signs of life, paths whose requests walk a list of stages (/graphql, /session/*), and what stands beside.
import { createServer, type Server } from 'node:http';
import { localeFrom } from '@mosaic/kernel/identity/viewer';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { healthPages, sendJson } from '../health/pages.js';
import { type Passage, type Stage, walk } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { sendBody, sendOutcome, sendRefusal } from '../respond/send-answer.js';
import { requestIdFrom, requestIdHeader } from './request-id.js';
import type { SideDoor } from './side-door.js';

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: seconds(10),
  /** For headers and body together: an upload over a slow line. An operation has OPERATION_PATIENCE. */
  requestTimeout: minutes(5),
  keepAliveTimeout: seconds(65),
  connectionsCheckingInterval: seconds(2),
};

/** For the body of an operation; the answer may take longer. */
const OPERATION_PATIENCE = seconds(15);
const SWEEP_EVERY_MS = 50;
/** Less than runService's budget of 15 s. */
const LONGEST_DRAIN = seconds(13);

export interface HttpDoor {
  readonly server: Server;
  /**
   * First /ready answers 503 and connections are no longer kept, while `others` leave; then nobody is let in, and what
   * is under way finishes. Resolves when all connections are gone, at the latest before the process would be stopped.
   */
  drain(others: () => Promise<void>): Promise<void>;
}

/** The list of stages that requests to this path walk; undefined when the path has none. */
export type StagesOf = (path: string) => readonly Stage[] | undefined;

export function serveHttp(stagesOf: StagesOf, sideDoor: SideDoor, log: Logger): HttpDoor {
  let isDraining = false;
  const pages = healthPages(() => isDraining);

  const server = createServer(LIMITS, (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const work = async () => {
      if (page) return page(response);
      const stages = stagesOf(path);
      if (stages) return answerOperation({ request, response }, stages, () => isDraining, log);
      if (await sideDoor(request, response)) return;
      sendJson(response, 404, { error: 'not found' });
    };
    work().catch((error: unknown) => {
      // A client that vanished in the middle of its body is no failure of ours.
      if (request.destroyed || response.destroyed) log.debug('a client left', { path });
      else log.error('a request failed', { path, error });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  return {
    server,
    async drain(others) {
      isDraining = true;
      const last = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN);
      await others();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that was busy when the drain began may have been kept alive by its client.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(last);
    },
  };
}

async function answerOperation(
  http: NonNullable<Passage['http']>,
  stages: readonly Stage[],
  isDraining: () => boolean,
  log: Logger,
): Promise<void> {
  const { request, response } = http;
  const began = performance.now();
  const requestId = requestIdFrom(request.headers[requestIdHeader]);
  const leaving = new AbortController();
  const patience = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, OPERATION_PATIENCE);
  response.once('close', () => {
    clearTimeout(patience);
    if (!response.writableFinished) leaving.abort();
  });
  const passage: Passage = {
    transport: 'http',
    requestId,
    locale: localeFrom(request.headers['accept-language']),
    log: log.with({ requestId }),
    gone: leaving.signal,
    http,
    viewer: null,
    guest: null,
  };
  const verdict = await walk(stages, passage);
  if (verdict === 'answered') return;
  if (isDraining()) response.shouldKeepAlive = false;
  if (verdict instanceof Refused) sendRefusal(response, verdict, requestId);
  else if (passage.answer?.kind === 'outcome') sendOutcome(response, passage.answer.outcome, passage);
  else if (passage.answer?.kind === 'json') sendBody(response, passage.answer.body);
  passage.log.info('request', {
    operation: passage.operation?.name?.value.slice(0, 100),
    kind: passage.operation?.operation,
    status: response.statusCode,
    ...(verdict && { refused: verdict.code }),
    durationMs: Math.round(performance.now() - began),
  });
}
