// With a data directory everything is as it was after a restart, also after a crash in the middle of a write.
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RedisServer, startRedis } from '../../redis/start-redis.js';
import { wordsOf } from './conformance/run-case.js';
import type { Answer } from './decode-answer.js';
import { RawClient } from './raw-client.js';
import { temporaryDirectory } from './redis-process.js';

let directory: ReturnType<typeof temporaryDirectory>;
let server: RedisServer;
let client: RawClient;

async function start(): Promise<void> {
  server = await startRedis({ dataDir: directory.path });
  client = await RawClient.open(server.url);
}

async function stop(): Promise<void> {
  client.close();
  await server.stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

const call = (text: string): Promise<Answer> => client.call(wordsOf(text));
const journal = (): string => join(directory.path, 'redis.journal');

beforeEach(async () => {
  directory = temporaryDirectory();
  await start();
});
afterEach(async () => {
  await stop();
  directory.remove();
});

const FILL = [
  'SET s "\x00\xff\r\n" PXAT 99999999999123',
  'SET counter 41',
  'INCR counter',
  'APPEND log ab',
  'HSET h f 1 g 2',
  'HINCRBY h f 4',
  'RPUSH l a b c',
  'LPOP l',
  'SADD t x y',
  'ZADD z 1.5 a -inf b',
  'ZINCRBY z 2 a',
  'XADD x 1-1 f 1',
  'XADD x 1-2 f 2',
  'XADD x 1-3 f 3',
  'XGROUP CREATE x g 0',
  'XREADGROUP GROUP g alice COUNT 2 STREAMS x >',
  'XACK x g 1-1',
  'XDEL x 1-3',
  'SET gone v',
  'DEL gone',
  'SET old v',
  'RENAME old new',
  'SELECT 7',
  'SET seven 7',
];

const LOOK = [
  'SELECT 0',
  'KEYS s',
  'GET s',
  'PEXPIRETIME s',
  'GET counter',
  'GET log',
  'HGETALL h',
  'LRANGE l 0 -1',
  'SCARD t',
  'ZRANGE z 0 -1 WITHSCORES',
  'XRANGE x - +',
  'XPENDING x g',
  'XINFO GROUPS x',
  'XADD x 1-3 f v',
  'EXISTS gone old',
  'GET new',
  'DBSIZE',
  'SELECT 7',
  'GET seven',
];

async function look(): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const text of LOOK) answers.push(await call(text));
  return answers;
}

const EXPECTED: Answer[] = [
  { status: 'OK' },
  ['s'],
  '\x00\xff\r\n',
  99999999999123,
  '42',
  'ab',
  ['f', '5', 'g', '2'],
  ['b', 'c'],
  2,
  ['b', '-inf', 'a', '3.5'],
  [
    ['1-1', ['f', '1']],
    ['1-2', ['f', '2']],
  ],
  [1, '1-2', '1-2', [['alice', '1']]],
  [['name', 'g', 'consumers', 1, 'pending', 1, 'last-delivered-id', '1-2', 'entries-read', 2, 'lag', null]],
  { error: 'ERR The ID specified in XADD is equal or smaller than the target stream top item' },
  0,
  'v',
  9,
  { status: 'OK' },
  '7',
];

test('every kind of value survives a restart', async () => {
  for (const text of FILL) await call(text);
  expect(await look()).toEqual(EXPECTED);
  await restart();
  expect(await look()).toEqual(EXPECTED);
  await restart();
  expect(await look()).toEqual(EXPECTED);
});

test('a rewritten journal holds the same data in less room', async () => {
  for (const text of FILL) await call(text);
  await call('SELECT 8');
  const value = 'x'.repeat(1_000_000);
  for (let n = 0; n < 40; n++) await client.call(['SET', 'big', value]);
  expect(statSync(journal()).size).toBeLessThan(17_000_000);
  await call('SET after rewrite');
  await restart();
  expect(await look()).toEqual(EXPECTED);
  await call('SELECT 8');
  expect([await call('STRLEN big'), await call('GET after')]).toEqual([1_000_000, 'rewrite']);
});

test('what was random or timed is the same again', async () => {
  const id = await call('XADD x * f v');
  await call('SET short v PX 20');
  await call('SET long v PX 100000');
  const deadline = await call('PEXPIRETIME long');
  while ((await call('EXISTS short')) !== 0);
  await call('SETNX short second');
  await restart();
  expect(await call('XRANGE x - +')).toEqual([[id, ['f', 'v']]]);
  expect(await call('PEXPIRETIME long')).toBe(deadline);
  expect([await call('GET short'), await call('TTL short')]).toEqual(['second', -1]);
});

test('what a waiting client took is gone after a restart too', async () => {
  const waiting = await RawClient.open(server.url);
  waiting.send(['BLPOP', 'l', '0']);
  while (!String(await call('INFO clients')).includes('blocked_clients:1'));
  await call('RPUSH l taken left');
  expect(await waiting.next()).toEqual(['l', 'taken']);
  waiting.close();
  await restart();
  expect(await call('LRANGE l 0 -1')).toEqual(['left']);
});

test('a key whose time ended while the server was down is gone', async () => {
  await call('SET k v PX 50');
  const deadline = Number(await call('PEXPIRETIME k'));
  await stop();
  while (Date.now() <= deadline) await new Promise((resolve) => setTimeout(resolve, 5));
  await start();
  expect([await call('EXISTS k'), await call('DBSIZE')]).toEqual([0, 0]);
});

test('wherever a crash tears the last transaction off, all of it is gone and nothing before it', async () => {
  await call('SET before 1');
  const sound = statSync(journal()).size;
  for (const text of ['MULTI', 'SET a 1', 'SET b 2', 'EXEC']) await call(text);
  await stop();
  const bytes = readFileSync(journal());
  for (const end of [sound + 1, sound + 7, sound + 8, sound + 20, bytes.length - 1]) {
    writeFileSync(journal(), bytes);
    truncateSync(journal(), end);
    await start();
    expect([await call('EXISTS a b'), await call('GET before')]).toEqual([0, '1']);
    await call('SET after 1');
    await restart();
    expect(await call('GET after')).toBe('1');
    await stop();
  }
  writeFileSync(journal(), bytes);
  await start();
  expect(await call('EXISTS a b')).toBe(2);
});

test('a damaged end is set aside and the server starts', async () => {
  await call('SET before 1');
  const sound = statSync(journal()).size;
  await call('SET damaged 1');
  await stop();
  const bytes = readFileSync(journal());
  bytes[bytes.length - 1]! ^= 0xff;
  writeFileSync(journal(), bytes);
  await start();
  expect([await call('GET before'), await call('GET damaged')]).toEqual(['1', null]);
  expect(readFileSync(`${journal()}.torn`)).toEqual(bytes.subarray(sound));
});

test('a file that is no journal is refused and left alone', async () => {
  await stop();
  writeFileSync(journal(), 'something else entirely, not to be overwritten');
  await expect(startRedis({ dataDir: directory.path })).rejects.toThrow('not a journal of this server');
  expect(readFileSync(journal(), 'utf8')).toBe('something else entirely, not to be overwritten');
  writeFileSync(journal(), '');
  await start();
  expect(await call('DBSIZE')).toBe(0);
});

test('without a data directory a restart forgets', async () => {
  const first = await startRedis();
  const before = await RawClient.open(first.url);
  await before.call(['SET', 'k', 'v']);
  before.close();
  await first.stop();
  const second = await startRedis({ port: first.port });
  const after = await RawClient.open(second.url);
  expect(await after.call(['GET', 'k'])).toBeNull();
  after.close();
  await second.stop();
});
