// What holds when a store dies: without Redis the chat goes on; without MongoDB errors come fast and it heals alone.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from '@mosaic/embedded/mongo/start-mongo';
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph } from '../../src/subgraph.js';
import { Graph } from '../lab/open-graph.js';
import { configFor, log, person } from '../lab/open-lab.js';
import { createGroup, run, send } from '../lab/operations.js';
import { startSilentProxy } from '../lab/silent-proxy.js';

const scope = new Scope();
let graph: Graph;
let stopRedis: () => Promise<void>;
let mongo: Awaited<ReturnType<typeof startMongo>>;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'content-dead-'));
  scope.defer(() => rm(dataDir, { recursive: true, force: true }));
  mongo = await startMongo({ dataDir });
  scope.defer(() => mongo.stop());
  const redis = await startRedis({});
  stopRedis = redis.stop;
  const config = configFor(mongo.url('content'), redis.url);
  const { url } = await startSubgraph(scope, config, { log });
  graph = scope.own(new Graph(url, config), (open) => open.close());
});
afterAll(() => scope.close());

const LISTEN = 'subscription ($roomId: ID!) { messageAdded(roomId: $roomId) { message { body } } }';
const health = async () => {
  const response = await fetch(graph.url.replace('/graphql', '/health'));
  const { status, database } = (await response.json()) as Record<string, string>;
  return [response.status, status, database];
};

test('without Redis messages are sent and heard within about a second, typing is accepted, presence is unknown', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph, ada, [ben]);
  const before = graph.listen(ben, LISTEN, { roomId });
  await expect
    .poll(
      async () => {
        await send(graph, ada, roomId, 'probe');
        return before.events.length;
      },
      { timeout: 5_000 },
    )
    .toBeGreaterThan(0);
  await stopRedis();

  const after = graph.listen(ben, LISTEN, { roomId });
  await expect
    .poll(
      async () => {
        await send(graph, ada, roomId, 'probe');
        return after.events.length;
      },
      { timeout: 5_000 },
    )
    .toBeGreaterThan(0);
  const began = Date.now();
  await send(graph, ada, roomId, 'without Redis');
  expect(Date.now() - began).toBeLessThan(500);
  for (const ear of [before, after])
    await ear.until(({ events }) => events.at(-1).message.body === 'without Redis', 1_500);
  await run(graph, ada, 'setTyping', { roomId, isTyping: true }, 'room { id }');
  expect(await graph.entity(ada, 'User', ben.id, 'id presence { status }')).toEqual({ id: ben.id, presence: null });
  expect(await health()).toEqual([200, 'healthy', 'connected']);
});

test('a dead MongoDB is a masked error and a 503 within two seconds; both heal alone and nothing is lost', async () => {
  const ada = person();
  const roomId = await createGroup(graph, ada, []);
  await send(graph, ada, roomId, 'kept');
  const { port } = mongo;
  await mongo.stop();
  const began = Date.now();
  const room = 'query ($id: ID!) { room(id: $id) { lastMessage { body } } }';
  const [answer, page] = await Promise.all([graph.ask(ada, room, { id: roomId }), health()]);
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(page).toEqual([503, 'unhealthy', 'disconnected']);
  expect(answer.errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
    ['Something went wrong on our side.', 'INTERNAL'],
  ]);
  mongo = await startMongo({ dataDir, port });
  await expect.poll(health, { timeout: 5_000 }).toEqual([200, 'healthy', 'connected']);
  await expect
    .poll(async () => (await graph.ask(ada, room, { id: roomId })).data, { timeout: 5_000 })
    .toEqual({
      room: { lastMessage: { body: 'kept' } },
    });
  expect((await send(graph, ada, roomId, 'again')).seq).toBe(2);
}, 30_000);

test('a MongoDB that falls silent is an error too, soon, for readers and writers', async () => {
  const inner = new Scope();
  const proxy = inner.own(await startSilentProxy(mongo.port), (open) => open.stop());
  // Straight to the proxy: otherwise the driver would follow the replica set's own address around it.
  const config = configFor(`mongodb://127.0.0.1:${proxy.port}/content?directConnection=true`, 'redis://127.0.0.1:1');
  const { url } = await startSubgraph(inner, config, { log });
  const other = inner.own(new Graph(url, config), (open) => open.close());
  const ada = person();
  const roomId = await createGroup(other, ada, []); // it also starts and works where there never was a Redis
  proxy.isSilent = true;
  const began = Date.now();
  const [read, written] = await Promise.all([
    other.ask(ada, 'query ($id: ID!) { room(id: $id) { id } }', { id: roomId }),
    other.ask(ada, 'mutation { createMonitor(input: { name: "x", unit: "y" }) { userErrors { code } } }'),
  ]);
  expect([read, written].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['INTERNAL', 'INTERNAL']);
  expect(Date.now() - began).toBeLessThan(3_000);
  proxy.isSilent = false;
  await expect
    .poll(async () => (await other.ask(ada, 'query ($id: ID!) { room(id: $id) { id } }', { id: roomId })).data, {
      timeout: 8_000,
    })
    .toEqual({ room: { id: roomId } });
  await inner.close();
}, 30_000);
