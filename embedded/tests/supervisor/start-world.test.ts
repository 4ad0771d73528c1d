// One world: what each process is given, what survives, in which order all ends.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld, type World } from '@mosaic/embedded/supervisor/start-world';
import { perSubgraph, subgraphNames } from '@mosaic/embedded/supervisor/subgraphs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../lab/build.js';
import { eventually, isRunning } from '../lab/running.js';
import { fakeRoot } from './fakes/fake-root.js';

const fake = fakeRoot();
const seen: string[] = [];
let world: World;
beforeAll(async () => {
  build();
  const env = { ...fake.env, LOG_LEVEL: 'DEBUG' };
  world = await startWorld({ ...fake, ports: 'free', routers: 2, env, log: (line) => seen.push(line) });
});
afterAll(() => world.stop());

async function environmentOf(url: string): Promise<Record<string, string>> {
  return (await (await fetch(url)).json()) as Record<string, string>;
}

it('gives each process its own settings and nobody else’s secrets', async () => {
  const { urls } = world;
  const users = await environmentOf(urls.users);
  const content = await environmentOf(urls.content);
  const router = await environmentOf(urls.router[1]!);
  const shared = { HOST: '127.0.0.1', NODE_ENV: 'development', LOG_LEVEL: 'DEBUG', REDIS_URL: urls.redis };
  for (const each of [users, content, router]) {
    expect(each).toMatchObject(shared);
    expect(each['MOSAIC_CALLER_KEYS']).toBe(users['MOSAIC_CALLER_KEYS']);
  }
  expect(users).toMatchObject({
    DATABASE_URL: urls.databases.users,
    MOSAIC_ISSUER: 'mosaic',
    PORT: new URL(urls.users).port,
  });
  expect(content).toMatchObject({ MONGODB_URL: urls.databases.content, MOSAIC_CURSOR_KEY: users['MOSAIC_CURSOR_KEY'] });
  expect(router).toMatchObject({
    JWKS_URL: new URL('/.well-known/jwks.json', urls.users).href,
    JWKS_CACHE: join(fake.dataDir, 'router-2-jwks.json'),
    SUBGRAPH_URLS: JSON.stringify(perSubgraph((name) => urls[name])),
    SUPERGRAPH: join(fake.root, 'schema/supergraph.graphql'),
    APP_DIR: join(fake.root, 'client/dist'),
    MOSAIC_ISSUER: 'mosaic',
  });
  expect(users).not.toHaveProperty('MONGODB_URL');
  for (const name of ['DATABASE_URL', 'MOSAIC_SIGNING_KEY']) expect(content).not.toHaveProperty(name);
  const commerce = await environmentOf(urls.commerce);
  expect(commerce['DATABASE_URL']).toBe(urls.databases.commerce);
  expect(commerce['STRIPE_WEBHOOK_SECRET']).toMatch(/^whsec_[\w-]{43}$/);
  expect(users).not.toHaveProperty('STRIPE_WEBHOOK_SECRET');
  for (const name of ['DATABASE_URL', 'MONGODB_URL', 'MOSAIC_SIGNING_KEY', 'MOSAIC_CURSOR_KEY', 'STRIPE_SECRET_KEY'])
    expect(router).not.toHaveProperty(name);
});

it('makes secrets of the promised shapes, once, for our eyes only', async () => {
  const file = join(fake.dataDir, 'secrets.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const users = await environmentOf(world.urls.users);
  const { current, keys } = JSON.parse(users['MOSAIC_CALLER_KEYS']!) as {
    current: string;
    keys: Record<string, string>;
  };
  expect(Buffer.from(keys[current]!, 'base64url')).toHaveLength(32);
  expect(Buffer.from(users['MOSAIC_CURSOR_KEY']!, 'base64url')).toHaveLength(32);
  expect(JSON.parse(users['MOSAIC_SIGNING_KEY']!)).toMatchObject({
    kty: 'EC',
    crv: 'P-256',
    alg: 'ES256',
    kid: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(secrets['MOSAIC_SIGNING_KEY']).toBe(users['MOSAIC_SIGNING_KEY']);
});

it('writes all a child says to its log, shows a person only warnings after the start, and no password', async () => {
  const logs = join(fake.dataDir, 'logs');
  await environmentOf(world.urls.content);
  await eventually('the warning is shown', () => seen.includes('WARNING content: this a person should see'));
  expect(readFileSync(join(logs, 'content.log'), 'utf8')).toContain('this nobody should see');
  expect(readFileSync(join(logs, 'content.log'), 'utf8')).toContain('the others are not there yet');
  expect(seen.join('\n')).not.toMatch(/this nobody should see|the others are not there yet/);
  expect(readFileSync(join(logs, 'postgres.log'), 'utf8')).not.toContain(new URL(world.urls.databases.users).password);
});

it('starts a killed service again on its port', async () => {
  const before = world.child('router-2').pid!;
  world.child('router-2').kill('SIGKILL');
  await world.child('router-2').ready();
  expect(world.child('router-2').pid).not.toBe(before);
  expect(isRunning(before)).toBe(false);
  expect((await environmentOf(world.urls.router[1]!))['PORT']).toBe(new URL(world.urls.router[1]!).port);
  expect(seen).toContain('WARNING router-2: ended (SIGKILL), starting it again');
});

it('starts a killed store again with what it had acknowledged', async () => {
  const ask = async (sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: world.urls.databases.users });
    await client.connect();
    try {
      return (await client.query(sql)).rows as unknown[];
    } finally {
      await client.end();
    }
  };
  await ask('create table kept (n int); insert into kept values (7)');
  world.child('postgres').kill('SIGKILL');
  await world.child('postgres').ready();
  expect(await ask('select n from kept')).toEqual([{ n: 7 }]);
});

it('leaves a stopped child stopped until it is started', async () => {
  const child = world.child('content');
  await child.stop();
  expect(child.pid).toBeUndefined();
  await expect(fetch(world.urls.content)).rejects.toThrow();
  await expect(child.ready()).rejects.toThrow('content is stopped');
  await child.restart();
  expect((await fetch(world.urls.content)).status).toBe(200);
});

it('knows router-1 as router, and no other names', () => {
  expect(world.child('router-1').pid).toBe(world.child('router').pid);
  expect(() => world.child('billing')).toThrow(RangeError);
});

it('refuses a second world on the same data directory', async () => {
  await expect(startWorld({ ...fake, ports: 'free' })).rejects.toThrow(/already runs/);
});

it('stops routers, then subgraphs, then stores', async () => {
  const stores = ['postgres', 'mongo', 'redis', 'stripe'].map((name) => world.child(name).pid!);
  const from = fake.ledger().length;
  const stopped = world.stop();
  await eventually('all services have stopped', () => fake.ledger().length === from + 8);
  await stopped;
  const order = fake.ledger().slice(from);
  expect(order.slice(0, 2)).toEqual(['stop router', 'stop router']);
  expect(new Set(order.slice(2))).toEqual(new Set(subgraphNames.map((name) => `stop ${name}`)));
  expect(stores.filter(isRunning)).toEqual([]);
});
