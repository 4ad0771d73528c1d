// The composition root: the only file that knows every room of the router.
import type { AddressInfo } from 'node:net';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { leaseBook } from '@mosaic/kernel/stores/lease-book';
import { createLogger, type Logger } from '@mosaic/kernel/telemetry/logger';
import { followRevocations } from './admission/follow-revocations.js';
import { openKeySet } from './admission/key-set.js';
import { TokenDesk } from './admission/token-desk.js';
import { hasSecureCookies, isOnHttps, type RouterConfig, showsSchema } from './config.js';
import type { Origins } from './edge/cors.js';
import { type StagesOf, serveHttp } from './edge/http-server.js';
import { openLandingShell } from './edge/landing-shell.js';
import { passThrough } from './edge/pass-through.js';
import { schemaPage } from './edge/schema-page.js';
import { serveApp } from './edge/serve-app.js';
import { firstOf } from './edge/side-door.js';
import { openSubgraphs } from './fetch/open-subgraphs.js';
import { signCalls } from './fetch/sign-calls.js';
import { pipeline } from './pipeline.js';
import { openExecutor } from './plan/open-executor.js';
import { readSupergraph } from './plan/read-supergraph.js';
import { credentialsReader } from './sessions/read-credentials.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { sessionStages } from './sessions/session-stages.js';
import { presenceKeeper } from './subscriptions/hold-presence.js';
import { streamOpener } from './subscriptions/open-stream.js';
import { serveSockets } from './subscriptions/serve-sockets.js';
import { openUpstream } from './subscriptions/upstream.js';

export interface RunningRouter {
  readonly port: number;
  readonly url: string;
  readonly log: Logger;
}

/** Opens everything into the scope; closing it drains first, then lets go of what requests needed. */
export async function startRouter(
  scope: Scope,
  config: RouterConfig,
  log: Logger = createLogger('router', config.LOG_LEVEL),
): Promise<RunningRouter> {
  const redisUrl = config.REDIS_URL.reveal();
  const supergraph = await readSupergraph(config.SUPERGRAPH);
  const callerKeys = config.MOSAIC_CALLER_KEYS;
  const subgraphs = openSubgraphs(
    scope,
    {
      urls: config.SUBGRAPH_URLS,
      vouchFor: signCalls(callerKeys),
      openUpstream: (subgraph, url) => openUpstream(scope, { subgraph, url, callerKeys, log }),
      connections: config.SUBGRAPH_CONNECTIONS,
      queryTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
      largestAnswer: config.SUBGRAPH_LARGEST_ANSWER,
      sharesInFlight: config.SHARE_IN_FLIGHT === 'on',
    },
    log,
  );
  const executor = openExecutor(supergraph, subgraphs.open);
  const revocations = followRevocations(scope, redisUrl, log);
  const keySet = await openKeySet(scope, config.JWKS_URL, config.JWKS_CACHE, log);
  const desk = new TokenDesk(config.MOSAIC_ISSUER, keySet, revocations);
  const redis = connectRedis(redisUrl, 'commands', log);
  scope.defer(() => redis.disconnect());
  const holdPresence = presenceKeeper(scope, leaseBook(redis, 'presence'), log);
  const showsSandbox = config.NODE_ENV !== 'production';
  const shell = await openLandingShell(executor.schema);
  scope.defer(() => shell.stop());

  let stagesOf: StagesOf = () => undefined;
  let origins: Origins = new Set();
  const cookies = new SessionCookies(hasSecureCookies(config));
  const credentialsOf = credentialsReader(cookies, () => origins);
  const bytes = passThrough(scope, {
    desk,
    credentialsOf,
    origins: () => origins,
    callerKeys: config.MOSAIC_CALLER_KEYS,
    urlOf: subgraphs.urlOf,
    log,
  });
  const sdl = schemaPage(executor.schema, showsSchema(config));
  const app = await serveApp(config.APP_DIR, isOnHttps(config) ? 'https' : 'http', log);
  const http = serveHttp((path) => stagesOf(path), firstOf(bytes, sdl, app), log);
  const port = await listen(http.server, config);
  // Our own pages, such as Sandbox, may talk to us while developing.
  const own = showsSandbox ? ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`) : [];
  origins = new Set([...config.CORS_ORIGINS, ...own]);
  const stages = pipeline({
    origins,
    desk,
    credentialsOf,
    executor,
    shell,
    openStream: streamOpener(executor, subgraphs.upstreamOf, config.QUERY_DEADLINE_MS),
    showsSchema: showsSchema(config),
    showsSandbox,
    deadlines: { queryMs: config.QUERY_DEADLINE_MS, mutationMs: config.MUTATION_DEADLINE_MS },
  });
  const sessions = sessionStages({ origins, desk, executor, cookies, mutationMs: config.MUTATION_DEADLINE_MS });
  stagesOf = (path) => (path === '/graphql' ? stages : sessions.get(path));
  const sockets = serveSockets({
    server: http.server,
    stages,
    desk,
    credentialsOf,
    origins,
    revocations,
    holdPresence,
    log,
    subscriptionsPerSocket: config.SUBSCRIPTIONS_PER_SOCKET,
    socketsPerUser: config.SOCKETS_PER_USER,
    socketsPerAddress: config.SOCKETS_PER_ADDRESS,
    messagesPerSecond: config.MESSAGES_PER_SECOND,
    keepAliveMs: config.KEEP_ALIVE_MS,
    expiryJitterMs: config.EXPIRY_JITTER_MS,
  });
  scope.defer(() => http.drain(() => sockets.drain(config.DRAIN_SPREAD_MS)));
  return { port, url: `http://${config.HOST}:${port}/graphql`, log };
}

async function listen(server: ReturnType<typeof serveHttp>['server'], { PORT, HOST }: RouterConfig): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  return (server.address() as AddressInfo).port;
}
