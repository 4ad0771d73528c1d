// The relay: what is in the outbox reaches the stream, whatever happens to Redis meanwhile.
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectRedis } from '../stores/connect-redis.js';
import { type Relay, startRelay } from '../stores/redis-relay.js';
import { fromFields } from '../stores/stream-entry.js';
import { note, noteOf } from './lab/events.js';
import { eventually } from './lab/eventually.js';
import { type ListOutbox, listOutbox } from './lab/list-outbox.js';
import { type Journal, journal } from './lab/log.js';
import { openRedis, type RedisLab } from './lab/redis.js';

let lab: RedisLab;
let source: ListOutbox;
let diary: Journal;
let relay: Relay | undefined;
beforeAll(async () => {
  lab = await openRedis(1);
});
afterAll(() => lab.close());
beforeEach(async () => {
  await lab.redis.flushdb();
  source = listOutbox();
  diary = journal();
});
afterEach(() => relay?.stop());

const start = (redis = lab.redis) => {
  relay = startRelay({ subgraph: 'users', source, redis, log: diary.log });
  return relay;
};
const entries = async () => (await lab.redis.xrange('events:users', '-', '+')).map(([, fields]) => fields);
const notes = async () => (await entries()).map((fields) => noteOf(fromFields(fields)!));
const arrive = (...wanted: string[]) => eventually(`${wanted}`, async () => String(await notes()) === String(wanted));
const hoursAgo = (n: number) => new Date(Date.now() - n * 3_600_000);

it('writes the fields that readers agreed on, in order', async () => {
  const event = note('é 😀 "q"', 'the key', new Date('2026-01-02T03:04:05.678Z'));
  source.append(event, note('2'));
  start();
  await arrive('é 😀 "q"', '2');
  expect((await entries())[0]).toEqual([
    ...['id', event.id, 'name', 'Noted', 'version', '1', 'key', 'the key'],
    ...['occurredAt', '2026-01-02T03:04:05.678Z', 'payload', '{"note":"é 😀 \\"q\\""}'],
  ]);
  expect(fromFields((await entries())[0]!)).toEqual(event);
});

it('finds events by itself, in batches of at most 200', async () => {
  start();
  await eventually('the first look', () => lab.redis.exists('events:users:epoch'));
  source.append(...Array.from({ length: 450 }, (_, n) => note(String(n))));
  await eventually('three batches', () => source.batches.length === 3);
  expect(await lab.redis.xlen('events:users')).toBe(450);
  expect(source.batches).toEqual([200, 200, 50]);
});

it('publishes at once when poked', async () => {
  start();
  source.append(note('0'));
  await arrive('0');
  const began = performance.now();
  for (let n = 1; n <= 6; n += 1) {
    source.append(note(String(n)));
    relay?.poke();
    await eventually(`event ${n}`, async () => (await lab.redis.xlen('events:users')) === n + 1);
  }
  expect(performance.now() - began).toBeLessThan(1_500); // six looks of its own would take 3 s
});

it('publishes nothing after it stopped', async () => {
  source.append(note('1'));
  start();
  await arrive('1');
  await relay?.stop();
  source.append(note('2'));
  relay?.poke();
  expect(await notes()).toEqual(['1']);
  start();
  await eventually('the rest', async () => (await notes()).includes('2'));
});

it('waits out a dead Redis, says so once, and loses nothing', async () => {
  const server = await startRedis();
  const redis = connectRedis(server.url, 'commands', journal().log);
  start(redis);
  source.append(note('1'));
  await eventually('the first', () => redis.xlen('events:users').catch(() => 0));
  await server.stop();
  source.append(note('2'), note('3'));
  await eventually('the complaint', () => diary.said().includes('WARNING events wait in the outbox'));
  for (let n = 0; n < 5; n += 1) relay?.poke();

  const reborn = await startRedis({ port: server.port });
  const found = () => redis.xrange('events:users', '-', '+').catch(() => []);
  await eventually('everything again', async () => (await found()).length === 3);
  expect((await found()).map(([, fields]) => noteOf(fromFields(fields)!))).toEqual(['1', '2', '3']);
  await eventually('the good news', () => diary.said().includes('INFO events flow again'));
  expect(diary.said().filter((line) => line.endsWith('events wait in the outbox'))).toHaveLength(1);
  await relay?.stop();
  redis.disconnect();
  await reborn.stop();
});

it('refills a Redis that was emptied, with the last 24 hours', async () => {
  source.append(note('old', 'a', hoursAgo(25)), note('1', 'a', hoursAgo(23)), note('2'));
  start();
  await arrive('old', '1', '2');
  await lab.redis.flushdb();
  await arrive('1', '2');
  source.append(note('3'));
  relay?.poke();
  await arrive('1', '2', '3');
  const told = diary.said().filter((line) => line.includes('Redis knows nothing of this stream'));
  expect(told.map((line) => line.split(' ')[0])).toEqual(['INFO', 'WARNING']); // at first it was never told anything
});

it('refills a Redis that came back with an old dump', async () => {
  source.append(note('1', 'a', hoursAgo(2)));
  start();
  await arrive('1');
  const dump = await lab.redis.get('events:users:epoch');
  source.append(note('2', 'a', hoursAgo(1)));
  relay?.poke();
  await arrive('1', '2');
  const last = (await lab.redis.xrevrange('events:users', '+', '-', 'COUNT', 1))[0]![0];
  await lab.redis
    .multi()
    .xdel('events:users', last)
    .set('events:users:epoch', Number(dump) - 1)
    .exec();
  await eventually('the refill', async () => String(await notes()) === '1,1,2');
});

it('starts with the last minute again, and leaves the rest alone', async () => {
  source.append(note('1', 'a', hoursAgo(1)), note('2'));
  start();
  await arrive('1', '2');
  await relay?.stop();
  start();
  await arrive('1', '2', '2');
});
