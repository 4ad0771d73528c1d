// npm run test:real: the suites that compare the stand-ins with the real servers. Starts Debian's redis-server by
// itself when REAL_REDIS_URL is unset; the data suites run against a real MongoDB when MONGODB_URL is set.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { bootstrap } from './bootstrap.mjs';
import { node } from './run.mjs';

await bootstrap();

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

if (!process.env.REAL_REDIS_URL) {
  const port = await freePort();
  const redis = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  redis.once('error', () => {
    console.error(
      'redis-server is not installed (Debian: apt-get install redis-server), and REAL_REDIS_URL is not set',
    );
    process.exit(1);
  });
  process.once('exit', () => redis.kill());
  for await (const text of redis.stdout.setEncoding('utf8')) if (text.includes('Ready to accept connections')) break;
  redis.stdout.resume();
  process.env.REAL_REDIS_URL = `redis://127.0.0.1:${port}`;
}

await node('node_modules/vitest/vitest.mjs', 'run', 'embedded/tests/redis');
if (process.env.MONGODB_URL)
  await node('node_modules/vitest/vitest.mjs', 'run', 'embedded/tests/mongo', 'subgraphs/content');
else console.log('MONGODB_URL is not set: the MongoDB suites were run against the stand-in only.');
process.exit(0);
