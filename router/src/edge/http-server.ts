// The HTTP door: signs of life, paths whose requests walk a list of stages (/graphql, /session/*), and what stands beside.
import { createServer, type Server } from 'node:http';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { healthPages, sendJson } from '../health/pages.js';
import type { Stage } from '../passage.js';
import { operationAnswerer } from './answer-operation.js';
import { heedClient } from './heed-client.js';
import type { HttpPassage } from './http-passage.js';
import { HttpStreams } from './http-streams.js';
import type { SideDoor } from './side-door.js';
import { takeWholeRequests } from './whole/take-whole-requests.js';

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: seconds(10),
  /** For headers and body together: an upload over a slow line. An operation has less. */
  requestTimeout: minutes(5),
  keepAliveTimeout: seconds(65),
  connectionsCheckingInterval: seconds(2),
};

/** Streams that one viewer, or one anonymous address, may hold over HTTP. */
const MOST_STREAMS = 100;
const SWEEP_EVERY_MS = 50;
/** Less than runService's budget of 15 s. */
const LONGEST_DRAIN = seconds(13);

export interface HttpDoor {
  readonly server: Server;
  /** Ends the streams of a session that was revoked. */
  endStreamsOf(sessionId: string): void;
  /**
   * First /ready answers 503 and connections are no longer kept, while `others` leave; then nobody is let in, and what
   * is under way finishes. Resolves when all connections are gone, at the latest before the process would be stopped.
   */
  drain(others: () => Promise<void>): Promise<void>;
}

/** The list of stages that requests to this path walk; undefined when the path has none. */
export type StagesOf = (path: string) => readonly Stage[] | undefined;

export function serveHttp(stagesOf: StagesOf, sideDoor: SideDoor, log: Logger, mostStreams = MOST_STREAMS): HttpDoor {
  let isDraining = false;
  const streams = new HttpStreams(mostStreams);
  const answerOperation = operationAnswerer(streams, () => isDraining, log);
  const pages = healthPages(() => isDraining);

  const server = createServer(LIMITS, (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const work = async () => {
      if (page) return page(response);
      const stages = stagesOf(path);
      if (stages) return answerOperation(request, response, stages, heedClient(request, response));
      if (await sideDoor(request, response)) return;
      sendJson(response, 404, { error: 'not found' });
    };
    work().catch((error: unknown) => {
      // A client that vanished in the middle of its body is no failure of ours. NOTE: a request that was read is destroyed too.
      if (!request.complete || response.destroyed) log.debug('a client left', { path });
      else log.error('a request failed', { path, error });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const whole = takeWholeRequests(server, {
    keepAliveMs: LIMITS.keepAliveTimeout,
    knows: (url) => stagesOf(url) !== undefined,
    answer(request, response) {
      const heed = (passage: HttpPassage) => {
        response.whenLeft = () => passage.leave();
      };
      answerOperation(request, response, stagesOf(request.url) ?? [], heed).catch((error: unknown) => {
        log.error('a request failed', { path: request.url, error });
        response.statusCode = 500;
        response.end();
      });
    },
  });

  return {
    server,
    endStreamsOf: (sessionId) => streams.endOf(sessionId),
    async drain(others) {
      isDraining = true;
      streams.drain();
      const last = setTimeout(() => {
        whole.closeAll();
        server.closeAllConnections();
      }, LONGEST_DRAIN);
      await others();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that was busy when the drain began may have been kept alive by its client.
      const sweep = setInterval(() => {
        whole.closeIdle();
        server.closeIdleConnections();
      }, SWEEP_EVERY_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(last);
    },
  };
}
