// The one way to assemble a subgraph's server: schema, walls (caller assertion, limits, masking), HTTP, WebSocket, health.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallerKeys } from '../identity/caller-assertion.js';
import { CallerVerifier } from '../identity/caller-assertion.js';
import type { Scope } from '../lifecycle/scope.js';
import type { Logger } from '../telemetry/logger.js';
import { buildSubgraph, type SchemaParts } from './build-schema.js';
import type { Call, CallContext } from './call.js';
import { healthOf, type StoreProbe } from './health.js';
import { serveOperations } from './serve-operations.js';
import { serveSubscriptions } from './serve-subscriptions.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

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
  /** Further pages by path, reachable without an assertion, e.g. /.well-known/jwks.json. */
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

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const handle = Object.hasOwn(pages, path) ? pages[path] : page(404, { error: 'not found' });
    Promise.resolve(handle?.(request, response)).catch((error: unknown) => {
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
