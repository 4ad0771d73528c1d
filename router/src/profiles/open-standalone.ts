// A router for any supergraph: it asks nobody who they are, and passes on to subgraphs what callers bring.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { StandaloneConfig } from '../config.js';
import type { Limits } from '../document/limits.js';
import { openLandingShell } from '../edge/landing-shell.js';
import { openSubgraphs } from '../fetch/open-subgraphs.js';
import { passOn } from '../fetch/pass-on.js';
import { pipeline } from '../pipeline.js';
import { introducePassedOn } from '../subscriptions/introduce-passed-on.js';
import { serveSockets } from '../subscriptions/serve-sockets.js';
import { openUpstream } from '../subscriptions/upstream.js';
import { welcomeAnyone } from '../subscriptions/welcome-anyone.js';
import { isListed, type Listed } from './allow-listed.js';
import type { Profile } from './profile.js';
import { deadlinesOf, socketBounds, subgraphSettings } from './settings.js';
import { standaloneStages } from './standalone-stages.js';

export async function openStandalone(scope: Scope, config: StandaloneConfig, log: Logger): Promise<Profile> {
  const shell = scope.own(await openLandingShell(), (page) => page.stop());
  const isDeveloping = config.NODE_ENV !== 'production';
  const showsSchema = config.INTROSPECTION !== 'off';
  const origins = config.CORS_ORIGINS ?? (isDeveloping ? '*' : []);
  const listed: Listed = origins === '*' ? '*' : new Set(origins);
  const limits = limitsOf(config);
  const deadlines = deadlinesOf(config);
  const settings = subgraphSettings(config);

  return {
    config,
    path: config.SUPERGRAPH_PATH,
    setting: 'SUPERGRAPH_PATH',
    ownOperations: null,
    limits,
    showsSchema,
    eventBudgetMs: deadlines.queryMs,
    welcome() {},
    openSubgraphs: (inner) =>
      openSubgraphs(
        inner,
        {
          ...settings,
          vouchFor: passOn,
          openUpstream: (subgraph, url) =>
            openUpstream(inner, { ...settings, subgraph, url, introduce: introducePassedOn, log }),
        },
        log,
      ),
    stagesOf(graph) {
      const operations = pipeline({
        ...graph,
        own: standaloneStages({ listed, passedHeaders: config.PASS_HEADERS }),
        ...{ limits, shell, showsSchema, deadlines },
        showsSandbox: isDeveloping,
      });
      return (path) => (path === '/graphql' ? operations : undefined);
    },
    openSideDoor: async () => async () => false,
    openSockets: (server, stages) =>
      serveSockets({
        ...socketBounds(config),
        ...{ server, stages, log },
        welcome: welcomeAnyone({ headers: config.PASS_HEADERS, params: config.PASS_CONNECTION_PARAMS === 'on' }),
        origins: { has: (origin) => isListed(listed, origin) },
        socketsPerUser: config.SOCKETS_PER_ADDRESS,
        expiryJitterMs: 1,
      }),
    whenRevoked: () => {},
  };
}

const limitsOf = (config: StandaloneConfig): Limits => ({
  characters: config.MAX_DOCUMENT_CHARACTERS,
  tokens: config.MAX_DOCUMENT_TOKENS,
  depth: config.MAX_DEPTH,
  introspectionDepth: config.MAX_DEPTH,
  selections: config.MAX_SELECTIONS,
  queryRootFields: config.MAX_ROOT_FIELDS,
  mutationRootFields: config.MAX_ROOT_FIELDS,
  aliases: config.MAX_ALIASES,
  directives: config.MAX_DIRECTIVES,
});
