// The composition root: one router, whichever of its two profiles decides who asks and what stands beside the graph.
import type { AddressInfo } from 'node:net';
import { ConfigError } from '@mosaic/kernel/config/read-config';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger, type Logger } from '@mosaic/kernel/telemetry/logger';
import { isStandalone, type RouterConfig, type StandaloneConfig } from './config.js';
import { serveHttp } from './edge/http-server.js';
import { schemaPage } from './edge/schema-page.js';
import { firstOf } from './edge/side-door.js';
import { openGraph } from './graph/open-graph.js';
import { planAhead } from './graph/plan-ahead.js';
import { knownOperations } from './graph/read-operations.js';
import { Reload } from './graph/reload.js';
import { serveGraph } from './graph/serve-graph.js';
import { watchFile } from './graph/watch-file.js';
import { readSupergraph } from './plan/read-supergraph.js';
import { openMosaic } from './profiles/open-mosaic.js';
import { openStandalone } from './profiles/open-standalone.js';

export interface RunningRouter {
  readonly port: number;
  readonly url: string;
  readonly log: Logger;
  /** Looks whether the supergraph file changed; resolves when what it says is served, or refused. */
  reload(): Promise<void>;
}

/** Opens everything into the scope; closing it drains first, then lets go of what requests needed. */
export async function startRouter(
  scope: Scope,
  config: RouterConfig | StandaloneConfig,
  log: Logger = createLogger('router', config.LOG_LEVEL),
): Promise<RunningRouter> {
  const profile = isStandalone(config)
    ? await openStandalone(scope, config, log)
    : await openMosaic(scope, config, log);
  const text = await settled(profile.setting, readSupergraph(profile.path));
  const first = await settled(profile.setting, openGraph(text, profile));
  const known = knownOperations(config.OPERATIONS, profile.ownOperations, log);
  const persisted = await settled('OPERATIONS', known);
  const graph = serveGraph(scope, first, log);
  await planAhead(scope, graph, persisted, log);
  const sdl = schemaPage(() => graph.now.executor.schema, profile.showsSchema);
  const sideDoor = firstOf(sdl, await profile.openSideDoor(scope, graph));
  const http = serveHttp(graph.stagesOf, sideDoor, log, config.STREAMS_PER_CLIENT);
  const sockets = profile.openSockets(http.server, graph.stagesOf('/graphql') ?? []);
  profile.whenRevoked((sessionId) => http.endStreamsOf(sessionId));
  const port = await listen(http.server, config);
  for (const host of ['localhost', '127.0.0.1']) profile.welcome(`http://${host}:${port}`);
  const reload = new Reload({
    ...{ served: graph, servedText: text, persisted, log },
    read: () => readSupergraph(profile.path),
    open: (sdl) => openGraph(sdl, profile),
  });
  scope.defer(() => reload.stop());
  watchFile(scope, profile.path, log, () => void reload.now());
  scope.defer(() => http.drain(() => sockets.drain(config.DRAIN_SPREAD_MS)));
  return { port, url: `http://${config.HOST}:${port}/graphql`, log, reload: () => reload.now() };
}

/** What a setting names and cannot be used is a wrong setting. */
const settled = <T>(setting: string, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw new ConfigError([`${setting}: ${error instanceof Error ? error.message : String(error)}`]);
  });

async function listen(
  server: ReturnType<typeof serveHttp>['server'],
  { PORT, HOST }: Pick<RouterConfig, 'PORT' | 'HOST'>,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  return (server.address() as AddressInfo).port;
}
