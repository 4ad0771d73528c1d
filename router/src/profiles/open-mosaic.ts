// Mosaic's own router: viewers with tokens and cookies, signed calls, the web app and its media on the same origin.
import { join } from 'node:path';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { leaseBook } from '@mosaic/kernel/stores/lease-book';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { followRevocations } from '../admission/follow-revocations.js';
import { openKeySet } from '../admission/key-set.js';
import { JwtDesk } from '../admission/token-desk.js';
import { hasSecureCookies, isOnHttps, type RouterConfig, showsSchema } from '../config.js';
import { mosaicLimits } from '../document/limits.js';
import { openLandingShell } from '../edge/landing-shell.js';
import { passThrough } from '../edge/pass-through.js';
import { serveApp } from '../edge/serve-app.js';
import { firstOf } from '../edge/side-door.js';
import { openSubgraphs } from '../fetch/open-subgraphs.js';
import { signCalls } from '../fetch/sign-calls.js';
import { pipeline } from '../pipeline.js';
import { credentialsReader } from '../sessions/read-credentials.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { sessionStages } from '../sessions/session-stages.js';
import { presenceKeeper } from '../subscriptions/hold-presence.js';
import { introduceSigned } from '../subscriptions/introduce-signed.js';
import { serveSockets } from '../subscriptions/serve-sockets.js';
import { openUpstream } from '../subscriptions/upstream.js';
import { welcomeViewers } from '../subscriptions/welcome.js';
import { mosaicStages } from './mosaic-stages.js';
import type { Profile } from './profile.js';
import { deadlinesOf, socketBounds, subgraphSettings } from './settings.js';

/** Opens what stands behind "who asks" into the scope. */
export async function openMosaic(scope: Scope, config: RouterConfig, log: Logger): Promise<Profile> {
  const redisUrl = config.REDIS_URL.reveal();
  const callerKeys = config.MOSAIC_CALLER_KEYS;
  const revocations = followRevocations(scope, redisUrl, log);
  const keySet = await openKeySet(scope, config.JWKS_URL, config.JWKS_CACHE, log);
  const desk = new JwtDesk(config.MOSAIC_ISSUER, keySet, revocations);
  const redis = connectRedis(redisUrl, 'commands', log);
  scope.defer(() => redis.disconnect());
  const holdPresence = presenceKeeper(scope, leaseBook(redis, 'presence'), log);
  const shell = scope.own(await openLandingShell(), (page) => page.stop());
  const origins = new Set(config.CORS_ORIGINS);
  const cookies = new SessionCookies(hasSecureCookies(config));
  const credentialsOf = credentialsReader(cookies, () => origins);
  const isDeveloping = config.NODE_ENV !== 'production';
  const deadlines = deadlinesOf(config);
  const settings = subgraphSettings(config);

  return {
    config,
    path: config.SUPERGRAPH,
    setting: 'SUPERGRAPH',
    ownOperations: join(config.APP_DIR, '../operations.json'),
    limits: mosaicLimits,
    showsSchema: showsSchema(config),
    eventBudgetMs: deadlines.queryMs,
    // Our own pages, such as Sandbox, may talk to us while developing.
    welcome(ownOrigin) {
      if (isDeveloping) origins.add(ownOrigin);
    },
    openSubgraphs: (inner) =>
      openSubgraphs(
        inner,
        {
          ...settings,
          vouchFor: signCalls(callerKeys),
          openUpstream: (subgraph, url) =>
            openUpstream(inner, { ...settings, subgraph, url, introduce: introduceSigned(callerKeys, subgraph), log }),
        },
        log,
      ),
    stagesOf(graph) {
      const operations = pipeline({
        ...graph,
        own: mosaicStages({ origins, desk, credentialsOf }, graph.executor),
        limits: mosaicLimits,
        shell,
        showsSchema: showsSchema(config),
        showsSandbox: isDeveloping,
        deadlines,
      });
      const { executor } = graph;
      const sessions = sessionStages({ origins, desk, executor, cookies, mutationMs: deadlines.mutationMs });
      return (path) => (path === '/graphql' ? operations : sessions.get(path));
    },
    async openSideDoor(inner, graph) {
      const urlOf = (subgraph: string) => graph.now.urlOf(subgraph);
      const bytes = passThrough(inner, { desk, credentialsOf, origins: () => origins, callerKeys, urlOf, log });
      return firstOf(bytes, await serveApp(config.APP_DIR, isOnHttps(config) ? 'https' : 'http', log));
    },
    openSockets: (server, stages) =>
      serveSockets({
        ...socketBounds(config),
        ...{ server, stages, origins, revocations, holdPresence, log },
        welcome: welcomeViewers(desk, credentialsOf),
        socketsPerUser: config.SOCKETS_PER_USER,
        expiryJitterMs: config.EXPIRY_JITTER_MS,
      }),
    whenRevoked: (end) => revocations.watch(end),
  };
}
