// The URL of a real store replaces the embedded one; production never falls back to one; a start that fails leaves nothing.
import { startWorld } from '@mosaic/embedded/supervisor/start-world';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../lab/build.js';
import { childrenOf } from '../lab/running.js';
import { fakeRoot } from './fakes/fake-root.js';

const REAL = {
  DATABASE_URL: 'postgresql://users:x@db.example/users',
  MONGODB_URL: 'mongodb://db.example/content',
  REDIS_URL: 'redis://cache.example',
  STRIPE_SECRET_KEY: 'sk_test_real',
};
/** One subgraph's database may be somewhere else. */
const OWN = { BOOKING_DATABASE_URL: 'postgresql://own:y@elsewhere/slots' };
beforeAll(build);

it('does not start a store whose URL is given', async () => {
  const fake = fakeRoot();
  const world = await startWorld({ ...fake, ports: 'free', env: { ...fake.env, ...REAL, ...OWN } });
  expect(world.urls).toMatchObject({
    redis: REAL.REDIS_URL,
    databases: {
      ...{ users: REAL.DATABASE_URL, content: REAL.MONGODB_URL, media: 'mongodb://db.example/media' },
      ...{ booking: 'postgresql://own:y@elsewhere/slots', commerce: 'postgresql://users:x@db.example/commerce' },
    },
  });
  for (const name of ['postgres', 'mongo', 'redis', 'stripe']) expect(() => world.child(name)).toThrow(RangeError);
  const content = (await (await fetch(world.urls.content)).json()) as Record<string, string>;
  expect(content).toMatchObject({ MONGODB_URL: REAL.MONGODB_URL, REDIS_URL: REAL.REDIS_URL });
  expect(content).not.toHaveProperty('STRIPE_SECRET_KEY');
  const commerce = (await (await fetch(world.urls.commerce)).json()) as Record<string, string>;
  expect(commerce['STRIPE_SECRET_KEY']).toBe('sk_test_real');
  await world.stop();
});

it('names the missing variables in production', async () => {
  const fake = fakeRoot();
  const env = { ...fake.env, NODE_ENV: 'production', MONGODB_URL: REAL.MONGODB_URL };
  await expect(startWorld({ ...fake, env })).rejects.toThrow(
    'In production these must be set: DATABASE_URL, REDIS_URL, STRIPE_SECRET_KEY',
  );
});

it('says why a service does not start, and leaves nothing running', async () => {
  const fake = fakeRoot();
  const before = childrenOf(process.pid).length;
  const env = { ...fake.env, ...REAL, FAKE_DIES: 'no such setting' };
  const start = startWorld({ ...fake, ports: 'free', env });
  await expect(start).rejects.toThrow(/did not start \(3\):\n.* cannot start: no such setting/);
  expect(childrenOf(process.pid)).toHaveLength(before);
  // The data directory is free again.
  const { FAKE_DIES: _, ...healthy } = env;
  const world = await startWorld({ ...fake, ports: 'free', env: healthy });
  await world.stop();
});
