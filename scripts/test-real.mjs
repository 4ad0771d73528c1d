// npm run test:real: the Redis stand-in compared with a real redis-server, answer for answer; then the suites that use
// Redis on the real one. Starts Debian's redis-server by itself when REAL_REDIS_URL is unset (an empty server: it is
// flushed). With MONGODB_URL set, the suites about data run against that MongoDB too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

await bootstrap();
await build();

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

const suites = (...paths) => node('node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', ...paths);
const aboutData = [
  'documents',
  'updates',
  'queries',
  'cursors',
  'aggregation',
  'transactions',
  'unique-indexes',
  'number-types',
  'gridfs',
];

await suites('embedded/tests/redis/conformance.test.ts');
process.env.REDIS_URL = process.env.REAL_REDIS_URL;
await suites('kernel/tests', 'subgraphs/content');
if (process.env.MONGODB_URL) await suites(...aboutData.map((name) => `embedded/tests/mongo/${name}.test.ts`));
else console.log('MONGODB_URL is not set: the suites about MongoDB data ran against the stand-in only.');
process.exit(0);
