// What one client does or fails to do harms nobody else.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RedisServer, startRedis } from '../../redis/start-redis.js';
import { RawClient } from './raw-client.js';

const MB = 1024 * 1024;
let server: RedisServer;

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

const subscribed = async (channel: string): Promise<RawClient> => {
  const client = await RawClient.open(server.url);
  await client.call(['SUBSCRIBE', channel]);
  return client;
};

test('a subscriber that stops reading is cut off beyond 32 MB; the others hear everything', async () => {
  const [slow, good, publisher] = [
    await subscribed('news'),
    await subscribed('news'),
    await RawClient.open(server.url),
  ];
  slow.pause();
  const message = 'x'.repeat(MB);
  const receivers: unknown[] = [];
  for (let n = 0; n < 60; n++) {
    receivers.push(await publisher.call(['PUBLISH', 'news', message]));
    expect(await good.next()).toEqual(['message', 'news', message]);
  }
  const heardByBoth = receivers.filter((count) => count === 2).length;
  // 32 MB in the server, and what the sockets of the system hold on top of it.
  expect(heardByBoth).toBeGreaterThanOrEqual(32);
  expect(heardByBoth).toBeLessThan(50);
  expect(receivers.at(-1)).toBe(1);
  slow.resume();
  while (!slow.isClosed) await slow.next().catch(() => undefined);
  for (const client of [slow, good, publisher]) client.close();
});

test('a subscriber that reads in time is kept, however much there is', async () => {
  const [subscriber, publisher] = [await subscribed('much'), await RawClient.open(server.url)];
  const message = 'x'.repeat(4 * MB);
  for (let n = 0; n < 15; n++) {
    publisher.send(['PUBLISH', 'much', message]);
    await subscriber.next();
  }
  for (let n = 0; n < 15; n++) expect(await publisher.next()).toBe(1);
  subscriber.close();
  publisher.close();
});

test('a client that is no subscriber may be slow', async () => {
  const client = await RawClient.open(server.url);
  const value = 'x'.repeat(8 * MB);
  await client.call(['SET', 'big', value]);
  client.pause();
  for (let n = 0; n < 6; n++) client.send(['GET', 'big']);
  const other = await RawClient.open(server.url);
  await other.call(['PING']);
  client.resume();
  for (let n = 0; n < 6; n++) expect((await client.next()) === value).toBe(true);
  client.close();
  other.close();
});

test('a bulk string beyond the maximum ends its connection before a byte of it is read', async () => {
  const [greedy, other] = [await RawClient.open(server.url), await RawClient.open(server.url)];
  greedy.write(`*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$${256 * MB + 1}\r\n`);
  expect(await greedy.next()).toEqual({ error: 'ERR Protocol error: invalid bulk length' });
  await greedy.untilClosed();
  expect(await other.call(['CONFIG', 'GET', 'proto-max-bulk-len'])).toEqual(['proto-max-bulk-len', String(256 * MB)]);
  other.close();
});

test('APPEND does not grow a value beyond the maximum', async () => {
  const client = await RawClient.open(server.url);
  const half = 'x'.repeat(128 * MB);
  expect(await client.call(['SET', 'k', half])).toEqual({ status: 'OK' });
  expect(await client.call(['APPEND', 'k', half])).toBe(256 * MB);
  expect(await client.call(['APPEND', 'k', 'x'])).toEqual({
    error: 'ERR string exceeds maximum allowed size (proto-max-bulk-len)',
  });
  await client.call(['DEL', 'k']);
  client.close();
});

test('a client that leaves in the middle of a command, a wait or a transaction leaves nothing behind', async () => {
  const watcher = await RawClient.open(server.url);
  const [half, waiting, queueing, listening] = [
    await RawClient.open(server.url),
    await RawClient.open(server.url),
    await RawClient.open(server.url),
    await subscribed('left'),
  ];
  half.write('*2\r\n$3\r\nGET\r\n$10\r\nabc');
  waiting.send(['BLPOP', 'nothing', '0']);
  await queueing.call(['MULTI']);
  await queueing.call(['SET', 'unwritten', '1']);
  const clients = async (): Promise<string> => String(await watcher.call(['INFO', 'clients']));
  while (!(await clients()).includes('blocked_clients:1')) await sleep(2);
  for (const client of [half, waiting, queueing, listening]) client.close();
  while (!(await clients()).includes('connected_clients:1\r\nblocked_clients:0')) await sleep(2);
  expect(await watcher.call(['PUBSUB', 'NUMSUB', 'left'])).toEqual(['left', 0]);
  expect(await watcher.call(['EXISTS', 'unwritten'])).toBe(0);
  expect(await watcher.call(['RPUSH', 'nothing', 'v'])).toBe(1);
  watcher.close();
});
