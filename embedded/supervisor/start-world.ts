// Starts the whole system on one data directory and keeps it running: for `npm start`, and for whole-system tests.
// Everything runs from `dist`, so a caller builds first.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { choosePorts } from './choose-ports.js';
import { claimDataDir } from './claim-data-dir.js';
import { makeEnvironments, type StoreUrls } from './environments.js';
import type { Child } from './keep-running.js';
import { keepSecrets } from './keep-secrets.js';
import { mosaicServices, type StoreName } from './mosaic-services.js';
import { type Supervision, supervise } from './supervise.js';

export type { Child } from './keep-running.js';

export interface World {
  /** GraphQL endpoints (`http://127.0.0.1:4000/graphql`) of the routers and subgraphs, connection URLs of the stores. */
  urls: { router: string[]; users: string; content: string; postgres: string; mongo: string; redis: string };
  /** By name: `postgres`, `mongo`, `redis`, `users`, `content`, `router` (also `router-1`), `router-2`... Throws a RangeError otherwise. */
  child(name: string): Child;
  /** The environment of a program that acts for both subgraphs, such as the one that fills the demo world. */
  demoEnvironment(): Record<string, string>;
  /** Stops routers, subgraphs, stores, in this order. */
  stop(): Promise<void>;
}

export interface WorldOptions {
  /** The project's root, where `router/dist` and the others are. */
  root: string;
  /** Made when missing; holds the stores' data, `secrets.json` and `logs/`. One world at a time. */
  dataDir: string;
  /** `preferred`: 4000, 4001..., each the next free one when busy (default). `free`: random free ports, for tests. */
  ports?: 'preferred' | 'free';
  /** How many router processes, at least 1 (default). */
  routers?: number;
  /** Settings over our own environment's. DATABASE_URL, MONGODB_URL and REDIS_URL each replace the embedded store. */
  env?: Record<string, string>;
  /** Receives what a person should see: warnings, errors and restarts. */
  log?: (line: string) => void;
}

const EMBEDDED = [
  ['postgres', 'DATABASE_URL'],
  ['mongo', 'MONGODB_URL'],
  ['redis', 'REDIS_URL'],
] as const;

/**
 * Resolves when every process serves. Throws, with nothing left running, when one cannot be started, when another world runs on the
 * data directory, or when a store's URL is missing in production (the message names the variable).
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const given: Record<string, string | undefined> = { ...process.env, ...options.env };
  const missing = EMBEDDED.filter(([, variable]) => !given[variable]);
  if (given['NODE_ENV'] === 'production' && missing.length > 0) {
    throw new Error(`In production these must be set: ${missing.map(([, variable]) => variable).join(', ')}`);
  }
  const root = resolve(options.root);
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const claim = await claimDataDir(dataDir);
  let supervision: Supervision | undefined;
  try {
    const stores = missing.map(([name]) => name);
    const routers = Array.from({ length: options.routers ?? 1 }, (_, index) =>
      index === 0 ? 'router' : `router-${index + 1}`,
    );
    const names = [...stores, 'users', 'content', ...routers];
    const ports = await choosePorts(names, options.ports ?? 'preferred', claim.abandonedPorts);
    claim.note([...ports.values()]);
    const urlOf = (name: StoreName, variable: keyof StoreUrls): string =>
      given[variable] || embeddedUrl(supervision!, name);
    const storeUrls = (): StoreUrls => ({
      DATABASE_URL: urlOf('postgres', 'DATABASE_URL'),
      MONGODB_URL: urlOf('mongo', 'MONGODB_URL'),
      REDIS_URL: urlOf('redis', 'REDIS_URL'),
    });
    const environments = makeEnvironments({
      root,
      dataDir,
      given,
      secrets: keepSecrets(dataDir),
      ports,
      stores: storeUrls,
    });
    const services = mosaicServices({ root, dataDir, stores, routers, ports, environments });
    supervision = supervise(services, { logDir: join(dataDir, 'logs'), notice: options.log ?? (() => undefined) });
    await supervision.start();
    const endpoint = (name: string): string => `http://127.0.0.1:${ports.get(name)}/graphql`;
    const running = supervision;
    const { DATABASE_URL: postgres, MONGODB_URL: mongo, REDIS_URL: redis } = storeUrls();
    return {
      urls: {
        router: routers.map(endpoint),
        users: endpoint('users'),
        content: endpoint('content'),
        postgres,
        mongo,
        redis,
      },
      child: (name) => running.child(name === 'router-1' ? 'router' : name),
      demoEnvironment: () => environments.demo(),
      async stop() {
        await running.stop();
        claim.release();
      },
    };
  } catch (error) {
    await supervision?.stop();
    claim.release();
    throw error;
  }
}

/** `rs0` is the replica set that the embedded MongoDB says it is; drivers open transactions only on one. */
function embeddedUrl(supervision: Supervision, name: StoreName): string {
  const { port, urls } = supervision.report(name);
  if (name === 'postgres') return urls!['users']!;
  return name === 'mongo' ? `mongodb://127.0.0.1:${port}/content?replicaSet=rs0` : `redis://127.0.0.1:${port}`;
}
