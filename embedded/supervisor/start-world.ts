// Starts the whole system on one data directory and keeps it running: for `npm start`, and for whole-system tests.
// Everything runs from `dist`, so a caller builds first.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { choosePorts } from './choose-ports.js';
import { claimDataDir } from './claim-data-dir.js';
import { databaseVariable, givenDatabase } from './database-urls.js';
import { makeEnvironments, type StoreUrls } from './environments.js';
import type { Child } from './keep-running.js';
import { keepSecrets } from './keep-secrets.js';
import { type EmbeddedName, mosaicServices } from './mosaic-services.js';
import { perSubgraph, SUBGRAPHS, type SubgraphName, subgraphNames, subgraphsIn } from './subgraphs.js';
import { type Supervision, supervise } from './supervise.js';

export type { Child } from './keep-running.js';

export interface World {
  /** GraphQL endpoints (`http://127.0.0.1:4000/graphql`) of the routers and subgraphs, connection URLs of the stores. */
  urls: Record<SubgraphName, string> & {
    router: string[];
    redis: string;
    /** Of the stand-in for Stripe; empty when there is none. */
    stripe: string;
    /** Each subgraph's own. */
    databases: Readonly<Record<SubgraphName, string>>;
  };
  /** By name: `postgres`, `mongo`, `redis`, `stripe`, the subgraphs' names, `router` (also `router-1`), `router-2`... Throws a RangeError otherwise. */
  child(name: string): Child;
  /** The environment of a program that acts for all subgraphs, such as the one that fills the demo world. */
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
  /** Which subgraphs run (default: all): a proof that needs two starts two, and the router serves the graph without the rest. */
  subgraphs?: readonly SubgraphName[];
  /** How many router processes, at least 1 (default). */
  routers?: number;
  /** Settings over our own environment's. DATABASE_URL, MONGODB_URL and REDIS_URL each replace the embedded store. */
  env?: Record<string, string>;
  /** Receives what a person should see: warnings, errors and restarts. */
  log?: (line: string) => void;
}

/**
 * Resolves when every process serves. Throws, with nothing left running, when one cannot be started, when another world runs on the
 * data directory, or when a store's URL is missing in production (the message names the variable).
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const given: Record<string, string | undefined> = { ...process.env, ...options.env };
  const missing = missingUrls(given);
  if (given['NODE_ENV'] === 'production' && missing.size > 0) {
    throw new Error(`In production these must be set: ${[...missing.values()].join(', ')}`);
  }
  const root = resolve(options.root);
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const claim = await claimDataDir(dataDir);
  let supervision: Supervision | undefined;
  try {
    const embedded = [...missing.keys()].filter((name) => name !== 'stripe' || isWanted(options, 'commerce'));
    const routers = Array.from({ length: options.routers ?? 1 }, (_, index) =>
      index === 0 ? 'router' : `router-${index + 1}`,
    );
    const subgraphs = options.subgraphs ?? subgraphNames;
    const names = [...embedded, ...subgraphNames, ...routers];
    const ports = await choosePorts(names, options.ports ?? 'preferred', claim.abandonedPorts);
    claim.note([...ports.values()]);
    const storeUrls = (): StoreUrls => ({
      databases: perSubgraph((name) => givenDatabase(name, given) ?? embeddedDatabase(supervision!, name)),
      redis: given['REDIS_URL'] || `redis://127.0.0.1:${supervision!.report('redis').port}`,
    });
    const environments = makeEnvironments({
      root,
      dataDir,
      given,
      secrets: keepSecrets(dataDir),
      ports,
      stores: storeUrls,
    });
    const services = mosaicServices({ root, dataDir, embedded, subgraphs, routers, ports, environments });
    supervision = supervise(services, { logDir: join(dataDir, 'logs'), notice: options.log ?? (() => undefined) });
    await supervision.start();
    const endpoint = (name: string): string => `http://127.0.0.1:${ports.get(name)}/graphql`;
    const running = supervision;
    return {
      urls: {
        ...perSubgraph(endpoint),
        ...storeUrls(),
        stripe: embedded.includes('stripe') ? `http://127.0.0.1:${ports.get('stripe')}` : '',
        router: routers.map(endpoint),
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
function embeddedDatabase(supervision: Supervision, name: SubgraphName): string {
  const { port, urls } = supervision.report(SUBGRAPHS[name].store);
  return urls?.[name] ?? `mongodb://127.0.0.1:${port}/${name}?replicaSet=rs0`;
}

const isWanted = ({ subgraphs = subgraphNames }: WorldOptions, name: SubgraphName) => subgraphs.includes(name);

/** What is not given, and the variable that would give it. */
function missingUrls(given: Readonly<Record<string, string | undefined>>): Map<EmbeddedName, string> {
  const missing = new Map<EmbeddedName, string>();
  for (const store of ['postgres', 'mongo'] as const) {
    const first = subgraphsIn(store).find((name) => !givenDatabase(name, given));
    if (first) missing.set(store, databaseVariable(first));
  }
  if (!given['REDIS_URL']) missing.set('redis', 'REDIS_URL');
  if (!given['STRIPE_SECRET_KEY']) missing.set('stripe', 'STRIPE_SECRET_KEY');
  return missing;
}
