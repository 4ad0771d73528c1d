// The table of what runs: six processes, the stores first, then everything that stands on them.
import { join } from 'node:path';
import type { Environments } from './environments.js';
import type { Service } from './service.js';

/** Stores serve before the rest starts; subgraphs and routers start together, since a router waits for no subgraph. */
const STORE = { startWave: 0, stopWave: 2 };
const SUBGRAPH = { startWave: 1, stopWave: 1 };
const ROUTER = { startWave: 1, stopWave: 0 };

/** Where each process listens when nobody else does. */
export const PREFERRED_PORTS = {
  postgres: 54_329,
  mongo: 27_117,
  redis: 6_399,
  router: 4_000,
  users: 4_001,
  content: 4_002,
};

export type StoreName = 'postgres' | 'mongo' | 'redis';

/** `stores`: those that are embedded. `ports`: of every process by name. `routers`: their names. */
export function mosaicServices(world: {
  root: string;
  dataDir: string;
  stores: readonly StoreName[];
  routers: readonly string[];
  ports: ReadonlyMap<string, number>;
  environments: Environments;
}): Service[] {
  const { root, dataDir, environments } = world;
  const port = (name: string): string => String(world.ports.get(name));

  const store = (name: StoreName, reportsBy: Service['reportsBy'], ...args: string[]): Service => ({
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

  const stores: Record<StoreName, Service> = {
    postgres: store('postgres', 'message', '--databases', 'users'),
    mongo: store('mongo', 'line'),
    redis: store('redis', 'line'),
  };
  return [
    ...world.stores.map((name) => stores[name]),
    service('users', SUBGRAPH, 'subgraphs/users/dist/main.js', () => environments.users()),
    service('content', SUBGRAPH, 'subgraphs/content/dist/main.js', () => environments.content()),
    ...world.routers.map((name) => service(name, ROUTER, 'router/dist/main.js', () => environments.router(name))),
  ];
}
