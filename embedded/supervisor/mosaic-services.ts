// The table of what runs: the stores first, then everything that stands on them.
import { join } from 'node:path';
import type { Environments } from './environments.js';
import type { Service } from './service.js';
import { perSubgraph, SUBGRAPHS, type SubgraphName, subgraphsIn } from './subgraphs.js';

/** Stores serve before the rest starts; subgraphs and routers start together, since a router waits for no subgraph. */
const STORE = { startWave: 0, stopWave: 2 };
const SUBGRAPH = { startWave: 1, stopWave: 1 };
/** Answers under way should fit into it together: see router/README.md. */
const YOUNG_SPACE = ['--max-semi-space-size=64'];
const ROUTER = { startWave: 1, stopWave: 0 };

/** Where each process listens when nobody else does. */
export const PREFERRED_PORTS = {
  postgres: 54_329,
  mongo: 27_117,
  redis: 6_399,
  stripe: 4_010,
  router: 4_000,
  ...perSubgraph((name) => SUBGRAPHS[name].port as number),
};

export type StoreName = 'postgres' | 'mongo' | 'redis';
/** What is embedded when its URL or key is not given: the stores, and the stand-in for Stripe. */
export type EmbeddedName = StoreName | 'stripe';

/** `embedded`: which of the stores and Stripe. `ports`: of every process by name. `routers`: their names. */
export function mosaicServices(world: {
  root: string;
  dataDir: string;
  embedded: readonly EmbeddedName[];
  subgraphs: readonly SubgraphName[];
  routers: readonly string[];
  ports: ReadonlyMap<string, number>;
  environments: Environments;
}): Service[] {
  const { root, dataDir, environments } = world;
  const port = (name: string): string => String(world.ports.get(name));

  const store = (name: EmbeddedName, reportsBy: Service['reportsBy'], ...args: string[]): Service => ({
    name,
    ...STORE,
    entry: join(root, 'embedded/dist', name, 'main.js'),
    args: ['--data', join(dataDir, name), '--port', port(name), ...args],
    env: () => environments.store(),
    reportsBy,
  });
  const service = (name: string, waves: typeof SUBGRAPH, entry: string, env: Service['env']): Service => ({
    name,
    ...waves,
    entry: join(root, entry),
    env,
    reportsBy: 'message',
  });

  const embedded: Record<EmbeddedName, Service> = {
    postgres: store('postgres', 'message', '--databases', subgraphsIn('postgres').join(',')),
    mongo: store('mongo', 'line'),
    redis: store('redis', 'line'),
    stripe: {
      ...store('stripe', 'line', '--webhook-url', `http://127.0.0.1:${port('router')}/webhooks/stripe`),
      env: () => environments.stripe(),
    },
  };
  return [
    ...world.embedded.map((name) => embedded[name]),
    ...world.subgraphs.map((name) =>
      service(name, SUBGRAPH, `subgraphs/${name}/dist/main.js`, () => environments.subgraph(name)),
    ),
    ...world.routers.map((name) => ({
      ...service(name, ROUTER, 'router/dist/main.js', () => environments.router(name)),
      flags: YOUNG_SPACE,
    })),
  ];
}
