// The one way to assemble a subgraph's server: schema, walls (caller assertion, limits, masking), HTTP, WebSocket, health.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Deadline } from '../deadline/deadline.js';
import type { CallerKeys } from '../identity/caller-assertion.js';
import { CallerVerifier, callerHeader } from '../identity/caller-assertion.js';
import type { Scope } from '../lifecycle/scope.js';
import type { Logger } from '../telemetry/logger.js';
import { buildSubgraph, type SchemaParts } from './build-schema.js';
import { type Call, type CallContext, callOf } from './call.js';
import { healthOf, type StoreProbe } from './health.js';
import { serveOperations } from './serve-operations.js';
import { serveSubscriptions } from './serve-subscriptions.js';

/**
 * `caller` reads the router's word for this request, given over an empty body because the real one is streamed: who asks,
 * or null without a valid assertion. A page that is not for strangers asks once, before anything else.
 */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  caller: () => Call | null,
) => Promise<void> | void;

export interface SubgraphPlan<C extends CallContext> extends SchemaParts<C> {
  name: string;
  host: string;
  port: number;
  callerKeys: CallerKeys;
  log: Logger;
  /** A fresh context: one per request, and one per event of a subscription. */
  context: (call: Call) => C;
  /** The mandatory store's sign of life. */
  probe: StoreProbe;
  /** Further pages by path, e.g. /.well-known/jwks.json; one that ends in "/*" is for every path that begins so. */
  pages?: Readonly<Record<string, Handler>>;
}

export interface RunningSubgraph {
  readonly port: number;
  readonly url: string;
}

/** Starts listening; closing the scope drains: no new work, requests in flight finish, sockets are told 1001. */
export async function assemble<C extends CallContext>(scope: Scope, plan: SubgraphPlan<C>): Promise<RunningSubgraph> {
  const { schema } = await buildSubgraph(plan);
  const verifier = new CallerVerifier(plan.name, plan.callerKeys);
  const operations = await serveOperations({ ...plan, schema, verifier });
  let isDraining = false;

  const page = (status: number, body: unknown) => (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const pages: Record<string, Handler> = {
    '/graphql': operations.handle,
    '/health': async (request, response) => {
      const health = await healthOf(plan.name, plan.probe);
      page(health.status === 'healthy' ? 200 : 503, health)(request, response);
    },
    '/live': page(200, { live: true }),
    '/ready': (request, response) => page(isDraining ? 503 : 200, { ready: !isDraining })(request, response),
    ...plan.pages,
  };

  const prefixes = Object.keys(pages).filter((path) => path.endsWith('/*'));
  const pageFor = (path: string): Handler => {
    const name = Object.hasOwn(pages, path) ? path : prefixes.find((prefix) => path.startsWith(prefix.slice(0, -1)));
    return (name && pages[name]) || page(404, { error: 'not found' });
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const caller = () => {
      const assertion = request.headers[callerHeader]?.toString();
      const claims = verifier.verify(assertion, request.method ?? '', request.url ?? '', '');
      return claims && callOf(claims, Deadline.at(claims.deadline), plan.log);
    };
    Promise.resolve(pageFor(path)(request, response, caller)).catch((error: unknown) => {
      plan.log.error('a page failed', { path, error });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const sockets = serveSubscriptions({ ...plan, schema, verifier, server });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(plan.port, plan.host, resolve);
  });
  scope.defer(async () => {
    isDraining = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await sockets.close();
    // Again and again: a connection that is busy now is idle in a moment, and would be kept alive for seconds.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    await closed;
    clearInterval(sweep);
    await operations.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://${plan.host}:${port}/graphql` };
}
