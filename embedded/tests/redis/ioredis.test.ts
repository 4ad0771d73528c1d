// The client Mosaic uses, unmodified, over both protocols.
import { Redis, type RedisOptions } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NAMED_SCRIPTS } from '../../redis/named-scripts.js';
import { type RedisServer, startRedis } from '../../redis/start-redis.js';

let server: RedisServer;
let clients: Redis[] = [];

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
afterEach(() => {
  for (const client of clients) client.disconnect();
  clients = [];
});

describe.each([2, 3] as const)('ioredis over RESP%i', (protocol) => {
  const open = (options: RedisOptions = {}): Redis => {
    const client = new Redis(server.port, { protocol, ...options });
    clients.push(client);
    return client;
  };
  let redis: Redis;
  beforeEach(async () => {
    redis = open();
    await redis.flushall();
  });

  test('strings, hashes and sorted sets', async () => {
    expect(await redis.set('k', 'žluťoučký 🐎', 'PX', 60_000, 'NX')).toBe('OK');
    expect(await redis.get('k')).toBe('žluťoučký 🐎');
    await redis.hset('h', { a: '1', b: '2' });
    expect(await redis.hgetall('h')).toEqual({ a: '1', b: '2' });
    await redis.zadd('z', '2.5', 'b', '1', 'a');
    expect(await redis.zrange('z', '0', '-1', 'WITHSCORES')).toEqual(['a', '1', 'b', '2.5']);
  });

  test('bytes that are no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    await redis.set('bytes', bytes);
    expect(await redis.getBuffer('bytes')).toEqual(bytes);
  });

  test('a value of 20 MB', async () => {
    const value = Buffer.alloc(20_000_000, 'ab');
    await redis.set('big', value);
    const answer = await redis.getBuffer('big');
    expect(answer?.equals(value)).toBe(true);
  });

  test('a pipeline of 1,000 commands', async () => {
    const pipeline = redis.pipeline();
    for (let n = 0; n < 1000; n++) pipeline.incr('n');
    expect((await pipeline.exec())?.map(([, answer]) => answer)).toEqual(Array.from({ length: 1000 }, (_, n) => n + 1));
  });

  test('a transaction and its errors', async () => {
    await redis.set('s', 'abc');
    const answers = await redis.multi().incr('s').set('k', '1').exec();
    expect(answers?.[0]?.[0]?.message).toBe('ERR value is not an integer or out of range');
    expect(answers?.[1]).toEqual([null, 'OK']);
  });

  test('a subscriber hears everything in order', async () => {
    const subscriber = open();
    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      subscriber.on('message', (_channel, message) => {
        heard.push(message);
        if (heard.length === 500) resolve();
      });
    });
    await subscriber.subscribe('news');
    for (let n = 0; n < 500; n++) void redis.publish('news', String(n));
    await all;
    expect(heard).toEqual(Array.from({ length: 500 }, (_, n) => String(n)));
  });

  test('four consumers of a group share 400 entries without a loss or a double', async () => {
    await redis.xgroup('CREATE', 's', 'g', '$', 'MKSTREAM');
    const seen: string[] = [];
    const consume = async (name: string): Promise<void> => {
      const client = open();
      while (seen.length < 400) {
        const answer = (await client.xreadgroup('GROUP', 'g', name, 'COUNT', 7, 'BLOCK', 200, 'STREAMS', 's', '>')) as
          | [string, [string, string[]][]][]
          | null;
        for (const [id, fields] of answer?.[0]?.[1] ?? []) {
          seen.push(fields[1]!);
          await client.xack('s', 'g', id);
        }
      }
    };
    const consumers = ['a', 'b', 'c', 'd'].map(consume);
    for (let n = 0; n < 400; n++) await redis.xadd('s', '*', 'n', n);
    await Promise.all(consumers);
    expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, n) => n));
    expect((await redis.xpending('s', 'g'))[0]).toBe(0);
  });

  test('a defined command runs by its SHA-1', async () => {
    const client = open() as Redis & { release(key: string, value: string): Promise<number> };
    client.defineCommand('release', { numberOfKeys: 1, lua: NAMED_SCRIPTS[0]!.lua });
    await redis.set('lock', 'me');
    expect(await client.release('lock', 'other')).toBe(0);
    expect(await client.release('lock', 'me')).toBe(1);
  });

  test('SCAN gives every key once, while others come and go', async () => {
    for (let n = 0; n < 300; n++) await redis.set(`stays:${n}`, n);
    for (let n = 0; n < 300; n++) await redis.set(`goes:${n}`, n);
    const found: string[] = [];
    let cursor = '0';
    let turn = 0;
    do {
      const [next, keys] = await redis.scan(cursor, 'COUNT', 20);
      found.push(...keys.filter((key) => key.startsWith('stays:')));
      cursor = next;
      await redis.del(...Array.from({ length: 15 }, (_, n) => `goes:${turn * 15 + n}`));
      await redis.set(`comes:${turn++}`, 1);
    } while (cursor !== '0');
    expect(found.length).toBe(300);
    expect(new Set(found).size).toBe(300);
  });

  test('an unknown script is refused by name', async () => {
    await expect(redis.eval('return 1', 0)).rejects.toThrow(
      'ERR this embedded server runs registered scripts only, and none has the SHA-1 e0e1f9fabfc9d4800c877a703b823ac0578ff8db',
    );
  });
});

test('a client comes back after CLIENT KILL', async () => {
  const [victim, killer] = [new Redis(server.port), new Redis(server.port)];
  clients.push(victim, killer);
  const id = await victim.client('ID');
  const closed = new Promise((resolve) => victim.once('close', resolve));
  expect(await killer.client('KILL', 'ID', id)).toBe(1);
  await closed;
  expect(await victim.ping()).toBe('PONG');
  expect(await victim.client('ID')).not.toBe(id);
});

test('CLIENT UNBLOCK ends a wait, as a timeout or as an error', async () => {
  const [waiting, other] = [new Redis(server.port), new Redis(server.port)];
  clients.push(waiting, other);
  const id = await waiting.client('ID');
  const unblock = async (how: 'TIMEOUT' | 'ERROR'): Promise<void> => {
    while ((await other.call('CLIENT', 'UNBLOCK', String(id), how)) === 0);
  };
  const timedOut = waiting.blpop('l', 0);
  await unblock('TIMEOUT');
  expect(await timedOut).toBeNull();
  const failed = waiting.blpop('l', 0);
  await Promise.all([
    expect(failed).rejects.toThrow('UNBLOCKED client unblocked via CLIENT UNBLOCK'),
    unblock('ERROR'),
  ]);
});
