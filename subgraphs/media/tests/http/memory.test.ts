// The memory of the real process while many upload at once: what is in flight is bounded, whatever is sent.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isFullProof } from '@mosaic/embedded/proof-size';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { padded } from '../lab/files.js';
import { Graph } from '../lab/open-graph.js';
import { configFor, person } from '../lab/open-lab.js';
import { ticketFor, upload } from '../lab/operations.js';
import { openMongo, openRedis } from '../lab/stores.js';

const MIB = 1_048_576;
const UPLOADS = 20;
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const scope = new Scope();
let service: ChildProcess;
let graph: Graph;

beforeAll(async () => {
  const [mongo, redis] = [await openMongo(scope), await openRedis(scope)];
  const config = configFor(mongo, redis);
  const { current, keys } = config.MOSAIC_CALLER_KEYS;
  const key = keys[current]!.reveal().toString('base64url');
  service = fork(MAIN, [], {
    execArgv: [],
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      MONGODB_URL: mongo,
      REDIS_URL: redis,
      MEDIA_WORK_SECONDS: '30',
      MOSAIC_CURSOR_KEY: config.MOSAIC_CURSOR_KEY.reveal().toString('base64url'),
      MOSAIC_CALLER_KEYS: JSON.stringify({ current, keys: { [current]: key } }),
    },
  });
  scope.defer(() => service.kill('SIGKILL'));
  const [{ port }] = (await once(service, 'message')) as [{ port: number }];
  const store = scope.own(await createConnection(mongo).asPromise(), (open) => open.close());
  graph = new Graph(`http://127.0.0.1:${port}/graphql`, config, store);
});
afterAll(() => scope.close());

const rss = (): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))?.[1]) * 1_024;

test('uploads of 10 MiB, twenty at once, need less memory than they are large', async () => {
  const bytes = await padded(10 * MIB);
  const people = Array.from({ length: UPLOADS }, () => person());
  await Promise.all(people.slice(0, 2).map((who) => upload(graph, who, 'POST', 'warm.png', bytes))); // workers are up
  const tickets = await Promise.all(people.map((who) => ticketFor(graph, who, 'POST', 'a.png', bytes.length)));
  const before = rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, rss());
  }, 10);
  const sending = tickets.map((path) => graph.fetch(null, path, { method: 'PUT', body: bytes as never }));
  const answers = await Promise.all(sending).finally(() => clearInterval(watch));
  const grown = Math.round((peak - before) / MIB);
  if (isFullProof) process.stdout.write(`${UPLOADS} uploads of 10 MiB at once: ${grown} MiB more memory at most\n`);
  expect(answers.map(({ status }) => status)).toEqual(Array(UPLOADS).fill(201));
  expect(grown).toBeLessThan(195); // held whole they would be 200, and as much again for the copies
}, 120_000);
