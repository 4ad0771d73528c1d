// The environment of each process: its own settings and secrets, nobody else's.
import { join } from 'node:path';
import type { Secrets } from './keep-secrets.js';

type Environment = Record<string, string>;

/** What the supervisor decides for each process; a value of ours must not reach a process that it is not for. */
const DECIDED_HERE = [
  ...['PORT', 'DATABASE_URL', 'MONGODB_URL', 'REDIS_URL', 'JWKS_URL', 'JWKS_CACHE', 'SUBGRAPH_URLS', 'SUPERGRAPH'],
  ...['MOSAIC_CALLER_KEYS', 'MOSAIC_CURSOR_KEY', 'MOSAIC_SIGNING_KEY', 'MOSAIC_DATA'],
  // A test runner's and npm's, which mean their own process.
  ...['NODE_ENV', 'NODE_OPTIONS', 'NODE_CHANNEL_FD', 'VITEST', 'SMOKE'],
];

export interface StoreUrls {
  DATABASE_URL: string;
  MONGODB_URL: string;
  REDIS_URL: string;
}

export interface Environments {
  store(): Environment;
  users(): Environment;
  content(): Environment;
  router(name: string): Environment;
  /** Of the program that fills the demo world through the use cases of both subgraphs. */
  demo(): Environment;
}

/**
 * `given` is the supervisor's own environment: settings that are not decided here, such as LOG_LEVEL, pass through; secrets it
 * sets are used instead of those of the data directory. `stores` is asked when a process starts, for then the stores serve.
 */
export function makeEnvironments(world: {
  root: string;
  dataDir: string;
  given: Readonly<Record<string, string | undefined>>;
  secrets: Secrets;
  ports: ReadonlyMap<string, number>;
  stores: () => StoreUrls;
}): Environments {
  const { root, dataDir, given, ports } = world;
  const secrets: Secrets = {
    MOSAIC_CALLER_KEYS: given['MOSAIC_CALLER_KEYS'] ?? world.secrets.MOSAIC_CALLER_KEYS,
    MOSAIC_CURSOR_KEY: given['MOSAIC_CURSOR_KEY'] ?? world.secrets.MOSAIC_CURSOR_KEY,
    MOSAIC_SIGNING_KEY: given['MOSAIC_SIGNING_KEY'] ?? world.secrets.MOSAIC_SIGNING_KEY,
  };
  const origin = (name: string): string => `http://127.0.0.1:${ports.get(name)}`;
  const passed = passedOn(given);
  const everyProcess = (name: string): Environment => ({
    MOSAIC_ISSUER: 'mosaic',
    ...passed,
    NODE_ENV: given['NODE_ENV'] === 'production' ? 'production' : 'development',
    HOST: '127.0.0.1',
    PORT: String(ports.get(name)),
    REDIS_URL: world.stores().REDIS_URL,
    MOSAIC_CALLER_KEYS: secrets.MOSAIC_CALLER_KEYS,
  });
  const users = (): Environment => ({
    ...everyProcess('users'),
    DATABASE_URL: world.stores().DATABASE_URL,
    MOSAIC_CURSOR_KEY: secrets.MOSAIC_CURSOR_KEY,
    MOSAIC_SIGNING_KEY: secrets.MOSAIC_SIGNING_KEY,
  });
  const content = (): Environment => ({
    ...everyProcess('content'),
    MONGODB_URL: world.stores().MONGODB_URL,
    MOSAIC_CURSOR_KEY: secrets.MOSAIC_CURSOR_KEY,
  });
  return {
    store: () => passed,
    users,
    content,
    router: (name) => ({
      CORS_ORIGINS: `${origin(name)},http://localhost:${ports.get(name)}`,
      ...everyProcess(name),
      JWKS_URL: `${origin('users')}/.well-known/jwks.json`,
      JWKS_CACHE: join(dataDir, `${name}-jwks.json`),
      SUBGRAPH_URLS: JSON.stringify({ users: `${origin('users')}/graphql`, content: `${origin('content')}/graphql` }),
      SUPERGRAPH: join(root, 'schema/supergraph.graphql'),
    }),
    demo: () => ({
      ...content(),
      ...users(),
      ROUTER_URL: `${origin('router')}/graphql`,
      MOSAIC_DATA: dataDir,
    }),
  };
}

function passedOn(given: Readonly<Record<string, string | undefined>>): Environment {
  const passed: Environment = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !DECIDED_HERE.includes(name)) passed[name] = value;
  }
  return passed;
}
