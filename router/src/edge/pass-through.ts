// What is no GraphQL but lives on the same origin: the bytes of media, and the webhooks of the payment service. Streamed
// both ways and never held; the subgraph decides, the router says who asks.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type CallerKeys, callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import { localeFrom } from '@mosaic/kernel/identity/viewer';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import { Pool } from 'undici';
import type { TokenDesk } from '../admission/token-desk.js';
import { Refused } from '../respond/refusals.js';
import { sendRefusal } from '../respond/send-answer.js';
import type { CredentialsReader } from '../sessions/read-credentials.js';
import { answerOrigin, type Origins } from './cors.js';
import { requestIdFrom, requestIdHeader } from './request-id.js';
import { securityHeaders } from './security-headers.js';
import type { SideDoor } from './side-door.js';

/** Where it goes, by how its path begins. `isVouchedFor`: the caller assertion tells the subgraph who asks. */
const ROUTES = [
  { prefix: '/media/', subgraph: 'media', methods: ['GET', 'HEAD', 'PUT'], isVouchedFor: true },
  { prefix: '/webhooks/', subgraph: 'commerce', methods: ['POST'], isVouchedFor: false },
] as const;
type Route = (typeof ROUTES)[number];

/** Nothing else of the client's reaches the subgraph, and nothing else of the subgraph's the client. */
const SENT_ON = [
  ...['accept', 'content-type', 'content-length', 'if-modified-since', 'if-none-match', 'if-range', 'range'],
  'stripe-signature',
];
const SENT_BACK = [
  ...['accept-ranges', 'allow', 'cache-control', 'content-disposition', 'content-length', 'content-range'],
  ...['content-security-policy', 'content-type', 'cross-origin-resource-policy', 'etag', 'last-modified'],
  ...['referrer-policy', 'retry-after', 'vary', 'x-content-type-options'],
];
const CONNECTIONS = 32;
/** An upload is answered when the picture was re-encoded. */
const ANSWER_PATIENCE = seconds(60);
const SILENCE_PATIENCE = seconds(30);

export interface PassThroughOptions {
  readonly desk: TokenDesk;
  readonly credentialsOf: CredentialsReader;
  readonly origins: () => Origins;
  readonly callerKeys: CallerKeys;
  /** The URL of a subgraph; undefined when the supergraph has none of this name. */
  readonly urlOf: (subgraph: string) => string | undefined;
  readonly log: Logger;
}

export function passThrough(scope: Scope, options: PassThroughOptions): SideDoor {
  const pools = new Map<string, Pool>();
  const poolTo = (url: string): Pool => {
    const { origin } = new URL(url);
    const known = pools.get(origin);
    if (known) return known;
    const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1, connect: { timeout: seconds(1) } });
    scope.defer(() => pool.destroy());
    pools.set(origin, pool);
    return pool;
  };

  return async (request, response) => {
    const route = ROUTES.find(({ prefix }) => request.url?.startsWith(prefix));
    const url = route && options.urlOf(route.subgraph);
    if (!route || !url) return false;
    const requestId = requestIdFrom(request.headers[requestIdHeader]);
    response.setHeader(requestIdHeader, requestId);
    const began = performance.now();
    const refused = await passOn(route, poolTo(url), requestId, request, response, options);
    if (refused) sendRefusal(response, refused, { requestId });
    options.log.info('passed through', {
      ...{ requestId, subgraph: route.subgraph, method: request.method, status: response.statusCode },
      durationMs: Math.round(performance.now() - began),
    });
    return true;
  };
}

async function passOn(
  { subgraph, methods, isVouchedFor }: Route,
  pool: Pool,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
  { desk, credentialsOf, origins, callerKeys, log }: PassThroughOptions,
): Promise<Refused | null> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (answerOrigin(origins(), { request, response })) return null;
  const method = methods.find((name) => name === request.method);
  if (!method) {
    response.setHeader('allow', [...methods, 'OPTIONS'].join(', '));
    return Refused.as('METHOD_NOT_ALLOWED');
  }
  const path = request.url ?? '/';
  const headers: Record<string, string> = { ...picked(request.headers, SENT_ON), [requestIdHeader]: requestId };
  if (isVouchedFor) {
    const credentials = credentialsOf(request);
    const identity = await desk.identify(credentials.authorization);
    if (identity instanceof Refused) return identity;
    const guest = await desk.identifyGuest(credentials.guest);
    if (guest instanceof Refused) return guest;
    const claims = {
      ...{ audience: subgraph, method, path, viewer: identity?.viewer ?? null, guest, requestId },
      locale: localeFrom(request.headers['accept-language']),
      deadline: Date.now() + ANSWER_PATIENCE,
    };
    // The body is not known yet: an upload is bound to its ticket, which is in the signed path.
    headers[callerHeader] = signCall(callerKeys, claims, '');
  }
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  try {
    const answer = await pool.request({
      ...{ method, path, headers, signal: leaving.signal },
      body: method === 'PUT' || method === 'POST' ? request : null,
      headersTimeout: ANSWER_PATIENCE,
      bodyTimeout: SILENCE_PATIENCE,
    });
    for (const [name, value] of Object.entries(picked(answer.headers, SENT_BACK))) response.setHeader(name, value);
    // The rest of an upload that was refused is not read, so this connection cannot be used again.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(answer.statusCode);
    await pipeline(answer.body, response);
  } catch (error) {
    if (leaving.signal.aborted) return null;
    log.warning('a subgraph did not answer', { requestId, subgraph, error });
    if (response.headersSent)
      response.destroy(); // half an answer must not look like a whole one
    else return Refused.as('SUBGRAPH_AWAY');
  }
  return null;
}

function picked(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
): Record<string, string> {
  const found = names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]]));
  return Object.fromEntries(found) as Record<string, string>;
}
