// docker-compose.yml against the processes it runs: no container engine is needed to see that they fit.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readBookingConfig } from '@mosaic/booking/config';
import { readCommerceConfig } from '@mosaic/commerce/config';
import { readContentConfig } from '@mosaic/content/config';
import { readCoursesConfig } from '@mosaic/courses/config';
import { ConfigError } from '@mosaic/kernel/config/read-config';
import { readMediaConfig } from '@mosaic/media/config';
import { readRouterConfig } from '@mosaic/router/config';
import { readSupergraphFile } from '@mosaic/schema/compose/supergraph-file';
import { readUsersConfig } from '@mosaic/users/config';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './source-files.js';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  networks: string[];
  ports?: string[];
  volumes?: string[];
  restart?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const read = (name: string) => readFileSync(`${root}${name}`, 'utf8');
const { services, networks, volumes } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
};

const key = Buffer.alloc(32, 7).toString('base64url');
const filledIn: Record<string, string> = {
  MOSAIC_ISSUER: 'https://mosaic.example',
  MOSAIC_SIGNING_KEY: JSON.stringify({
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    kid: 'k1',
  }),
  MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key } }),
  MOSAIC_CURSOR_KEY: key,
  POSTGRES_PASSWORD: 'p',
  USERS_DATABASE_PASSWORD: 'p',
  BOOKING_DATABASE_PASSWORD: 'p',
  COMMERCE_DATABASE_PASSWORD: 'p',
  PUBLIC_URL: 'https://mosaic.example',
  MAIL_FROM: 'Mosaic <hello@mosaic.example>',
  SMTP_URL: 'smtp://mail.example',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  REDIS_PASSWORD: 'p',
  CORS_ORIGINS: 'https://app.mosaic.example',
};

/** A service's environment as compose would give it, with .env filled in. */
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(services[name]?.environment ?? {}).map(([variable, text]) => [
      variable,
      text.replace(/\$\{(\w+):?[?-]?(\w*)\}/g, (_, wanted: string, fallback: string) => filledIn[wanted] ?? fallback),
    ]),
  );

const ours = {
  router: readRouterConfig,
  users: readUsersConfig,
  content: readContentConfig,
  booking: readBookingConfig,
  commerce: readCommerceConfig,
  courses: readCoursesConfig,
  media: readMediaConfig,
} as const;
const names = Object.keys(ours) as (keyof typeof ours)[];

test.each(names)('%s starts with the environment that compose gives it, and with nothing less', (name) => {
  const environment = environmentOf(name);
  expect(() => ours[name](environment)).not.toThrow();
  const optional = [
    'NODE_ENV',
    'LOG_LEVEL',
    'HOST',
    'SUBGRAPH_URLS',
    'SUPERGRAPH',
    'CORS_ORIGINS',
    'PUBLIC_URL',
    'MAIL_TRANSPORT',
    'MAIL_FROM',
  ];
  for (const variable of Object.keys(environment).filter((given) => !optional.includes(given))) {
    const { [variable]: _, ...rest } = environment;
    expect(() => ours[name](rest), `without ${variable}`).toThrow(ConfigError);
    expect(() => ours[name](rest)).toThrow(new RegExp(`${variable}: must be set`));
  }
});

test('every subgraph of supergraph.yaml is a service, at the port of its routing URL and of the router', async () => {
  const subgraphs = await readSupergraphFile(new URL(`file://${root}`));
  const given = JSON.parse(environmentOf('router')['SUBGRAPH_URLS'] ?? '{}') as Record<string, string>;
  expect(new Set(Object.keys(given))).toEqual(new Set(subgraphs.map(({ name }) => name)));
  for (const { name, url } of subgraphs) {
    const port = new URL(url).port;
    expect(environmentOf(name)['PORT']).toBe(port);
    expect(given[name]).toBe(`http://${name}:${port}/graphql`);
    expect(services[name]?.command).toEqual(['node', `subgraphs/${name}/dist/main.js`]);
  }
});

test('only the router is published, and a store is on no network but its own', () => {
  const published = Object.entries(services).filter(([, { ports }]) => ports);
  expect(published.map(([name]) => name)).toEqual(['router']);
  const on = (network: string) =>
    Object.entries(services).flatMap(([name, at]) => (at.networks.includes(network) ? [name] : []));
  expect(on('relational')).toEqual(['users', 'booking', 'commerce', 'postgres']);
  expect(on('documents')).toEqual(['content', 'courses', 'media', 'mongo']);
  // users reaches the mail server and commerce Stripe; neither publishes a port.
  expect(on('edge')).toEqual(['router', 'users', 'commerce']);
  const internal = Object.entries(networks).filter(([, network]) => network?.internal);
  expect(internal.map(([name]) => name)).toEqual(['graph', 'events', 'relational', 'documents']);
});

test('every service restarts, reports its health, and waits for what it needs to be healthy', () => {
  for (const [name, { restart, healthcheck, depends_on }] of Object.entries(services)) {
    expect(restart, name).toBe('unless-stopped');
    expect(healthcheck?.test.length, name).toBeGreaterThan(1);
    for (const { condition } of Object.values(depends_on ?? {})) expect(condition).toBe('service_healthy');
  }
  expect(Object.keys(services['router']?.depends_on ?? {})).toEqual([
    ...names.filter((name) => name !== 'router'),
    'redis',
  ]);
  for (const name of names) {
    expect(services[name]?.healthcheck?.test.at(-1)).toBe(`http://127.0.0.1:${environmentOf(name)['PORT']}/health`);
  }
});

test('what stores keep is on named volumes', () => {
  const kept = ['postgres', 'mongo', 'redis'].map((name) => services[name]?.volumes?.[0]?.split(':')[0]);
  expect(kept).toEqual(['postgres', 'mongo', 'redis']);
  // What somebody died over is free again before those who wait for it give up (after 8 s).
  expect(services['mongo']?.command).toContain('transactionLifetimeLimitSeconds=3');
  expect(Object.keys(volumes)).toEqual(expect.arrayContaining(kept));
});

test('.env.example names exactly the variables that compose asks for', () => {
  const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):[?-]/g)].map(([, name]) => name));
  const offered = new Set([...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name));
  expect(offered).toEqual(asked);
});

test('one version number', async () => {
  const { VERSION } = await import('@mosaic/kernel/subgraph/health');
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
});
