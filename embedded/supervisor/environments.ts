// The environment of each process: its own settings and secrets, nobody else's.
import { join } from 'node:path';
import { databaseVariable } from './database-urls.js';
import type { Secrets } from './keep-secrets.js';
import { perSubgraph, type SubgraphName, subgraphNames } from './subgraphs.js';

type Environment = Record<string, string>;

/** What the supervisor decides for each process; a value of ours must not reach a process that it is not for. */
const DECIDED_HERE = [
  ...['PORT', 'DATABASE_URL', 'MONGODB_URL', 'REDIS_URL', 'JWKS_URL', 'JWKS_CACHE', 'SUBGRAPH_URLS', 'SUPERGRAPH'],
  ...['MOSAIC_CALLER_KEYS', 'MOSAIC_CURSOR_KEY', 'MOSAIC_SIGNING_KEY', 'MOSAIC_DATA', 'PUBLIC_URL', 'APP_DIR'],
  ...['MAIL_TRANSPORT', 'MAIL_DIR', 'MAIL_FROM', 'SMTP_URL'],
  ...['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API_URL'],
  ...subgraphNames.map((name) => `${name.toUpperCase()}_${databaseVariable(name)}`),
  // A test runner's and npm's, which mean their own process.
  ...['NODE_ENV', 'NODE_OPTIONS', 'NODE_CHANNEL_FD', 'VITEST', 'SMOKE'],
];

export interface StoreUrls {
  readonly databases: Readonly<Record<SubgraphName, string>>;
  readonly redis: string;
}

export interface Environments {
  store(): Environment;
  stripe(): Environment;
  subgraph(name: SubgraphName): Environment;
  router(name: string): Environment;
  /** Of the program that fills the demo world through the use cases: MOSAIC_SUBGRAPHS holds each one's own, as JSON. */
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
  const secret = (name: keyof Secrets): string => given[name] || world.secrets[name];
  const origin = (name: string): string => `http://127.0.0.1:${ports.get(name)}`;
  /** Those of these that are given. */
  const handed = (...names: string[]): Environment =>
    Object.fromEntries(names.flatMap((name) => (given[name] ? [[name, given[name]]] : []))) as Environment;

  const passed = passedOn(given);
  const everyProcess = (name: string): Environment => ({
    MOSAIC_ISSUER: 'mosaic',
    ...passed,
    NODE_ENV: given['NODE_ENV'] === 'production' ? 'production' : 'development',
    HOST: '127.0.0.1',
    PORT: String(ports.get(name)),
    REDIS_URL: world.stores().redis,
    MOSAIC_CALLER_KEYS: secret('MOSAIC_CALLER_KEYS'),
  });
  const stripe = (): Environment =>
    ports.has('stripe')
      ? {
          STRIPE_API_URL: origin('stripe'),
          STRIPE_SECRET_KEY: 'sk_test_mosaic',
          STRIPE_WEBHOOK_SECRET: secret('STRIPE_WEBHOOK_SECRET'),
        }
      : handed('STRIPE_API_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET');

  /** What one subgraph needs and no other may have. */
  const own: Partial<Record<SubgraphName, () => Environment>> = {
    users: () => ({
      MOSAIC_SIGNING_KEY: secret('MOSAIC_SIGNING_KEY'),
      PUBLIC_URL: given['PUBLIC_URL'] || origin('router'),
      MAIL_DIR: given['MAIL_DIR'] || join(dataDir, 'mail'),
      ...handed('MAIL_TRANSPORT', 'MAIL_FROM', 'SMTP_URL'),
    }),
    commerce: stripe,
  };
  const subgraph = (name: SubgraphName): Environment => ({
    ...everyProcess(name),
    [databaseVariable(name)]: world.stores().databases[name],
    MOSAIC_CURSOR_KEY: secret('MOSAIC_CURSOR_KEY'),
    ...own[name]?.(),
  });
  return {
    store: () => passed,
    stripe: () => ({ ...passed, ...stripe() }),
    subgraph,
    router: (name) => ({
      CORS_ORIGINS: `${origin(name)},http://localhost:${ports.get(name)}`,
      ...everyProcess(name),
      JWKS_URL: `${origin('users')}/.well-known/jwks.json`,
      JWKS_CACHE: join(dataDir, `${name}-jwks.json`),
      SUBGRAPH_URLS: JSON.stringify(perSubgraph((each) => `${origin(each)}/graphql`)),
      SUPERGRAPH: join(root, 'schema/supergraph.graphql'),
      APP_DIR: join(root, 'client/dist'),
    }),
    demo: () => ({
      ...everyProcess('users'),
      MOSAIC_SUBGRAPHS: JSON.stringify(perSubgraph(subgraph)),
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
