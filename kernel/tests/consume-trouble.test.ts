// The consumer on bad days: poison is parked, the rest flows, and outages cost no event a try.
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectRedis } from '../stores/connect-redis.js';
import { appendToOutbox, postgresOutbox } from '../stores/postgres-outbox.js';
import { startRelay } from '../stores/redis-relay.js';
import { consumerLab, STREAM, writeDown } from './lab/consumer.js';
import { note } from './lab/events.js';
import { eventually } from './lab/eventually.js';
import { journal } from './lab/log.js';
import { openPostgres, type PostgresLab } from './lab/postgres.js';
import { openRedis, type RedisLab } from './lab/redis.js';

let postgres: PostgresLab;
let redis: RedisLab;
let lab: ReturnType<typeof consumerLab>;
let running: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  [postgres, redis] = await Promise.all([openPostgres(), openRedis(3)]);
  lab = consumerLab(postgres, redis);
});
afterAll(async () => {
  await redis.close();
  await postgres.close();
});
beforeEach(async () => {
  await redis.redis.flushdb();
  await postgres.em.execute('truncate effect, inbox, outbox');
});
afterEach(async () => {
  await Promise.all(running.map((consumer) => consumer.stop()));
  running = [];
});
const start: typeof lab.start = (...options) => {
  const consumer = lab.start(...options);
  running.push(consumer);
  return consumer;
};
const settled = () => eventually('everything settled', () => lab.isSettled(), 15_000);

it('parks a poisonous event after 5 tries, while others flow', async () => {
  const diary = journal();
  let tries = 0;
  const poisoned = writeDown('poisoned', (text) => {
    if (text !== 'poison') return;
    tries += 1;
    throw new Error('cannot swallow postgres://me:secret@host/db');
  });
  const event = note('poison', 'a');
  await lab.publish(event, note('behind it', 'a'), note('beside it', 'b'));
  start([poisoned, writeDown('healthy')], { diary });
  await eventually('others flow', async () => (await lab.effects()).includes('beside it'));
  expect(tries).toBeLessThan(5);
  await settled();
  expect(tries).toBe(5);
  expect((await lab.effects()).sort()).toEqual(['behind it', 'behind it', 'beside it', 'beside it', 'poison']);
  const [fields, ...more] = await lab.parked();
  expect(more).toEqual([]);
  expect(fields?.slice(0, 2)).toEqual(['id', event.id]);
  expect(fields?.slice(-6)).toEqual([
    ...['group', 'content', 'reaction', 'poisoned'],
    ...['error', 'cannot swallow postgres://[redacted]@host/db'],
  ]);
  const alarms = diary.lines.filter(({ level }) => level === 'ERROR');
  expect(alarms).toMatchObject([
    { msg: 'an event is parked', event: 'Noted', eventId: event.id, reaction: 'poisoned' },
  ]);
});

it('keeps the order of a key whose first event needs another try', async () => {
  let failures = 2;
  const shaky = writeDown('shaky', (text) => {
    if (text === '1' && failures-- > 0) throw new Error('not yet');
  });
  await lab.publish(note('1', 'a'), note('2', 'a'), note('other', 'b'), note('3', 'a'));
  start([shaky]);
  await settled();
  expect(await lab.effects()).toEqual(['other', '1', '2', '3']);
  expect(await lab.parked()).toEqual([]);
});

it('parks at once what is no event, or does not fit its kind', async () => {
  await redis.redis.xadd(STREAM, '*', 'hello', 'world');
  await lab.publish({ ...note('1'), payload: { note: 7 } }, note('2'));
  start([writeDown()]);
  await settled();
  expect(await lab.effects()).toEqual(['2']);
  expect((await lab.parked()).map((fields) => fields.slice(0, 1).concat(fields.slice(-6, -2)))).toEqual([
    ['hello', 'group', 'content', 'reaction', 'any'],
    ['id', 'group', 'content', 'reaction', 'any'],
  ]);
});

it('parks an event that ended 5 readers which found it unfinished, and spares those behind it', async () => {
  await lab.publish(note('deadly'), note('2'));
  await redis.redis.xgroup('CREATE', STREAM, 'content', '0');
  await redis.redis.xreadgroup('GROUP', 'content', 'reader', 'COUNT', 10, 'STREAMS', STREAM, '>');
  const [[deadly]] = (await redis.redis.xrange(STREAM, '-', '+')) as [[string, string[]]];
  for (let n = 0; n < 5; n += 1) await redis.redis.xclaim(STREAM, 'content', 'reader', 0, deadly);
  start([writeDown()]);
  await settled();
  expect(await lab.effects()).toEqual(['2']);
  expect(await lab.parked()).toHaveLength(1);
});

it('waits out a store that is away: no try is used up, nothing is parked, one complaint', async () => {
  const diary = journal();
  let refusals = 7;
  start([writeDown()], {
    diary,
    applyOnce: (...work) => {
      if (refusals-- > 0) return Promise.reject(new Error('connection refused'));
      return lab.applyOnce(...work);
    },
  });
  await lab.publish(note('1'), note('2'));
  await settled();
  expect(await lab.effects()).toEqual(['1', '2']);
  expect(await lab.parked()).toEqual([]);
  await eventually('the good news', () => diary.said().includes('INFO events are applied again'));
  expect(diary.said().filter((line) => line === 'WARNING events wait in the stream')).toHaveLength(1);
});

it('outbox to effect through a Redis that loses everything mid-way: each effect exactly once', async () => {
  const wanted = Array.from({ length: 300 }, (_, n) => String(n));
  const append = (texts: string[]) =>
    postgres.em.transactional((tx) =>
      appendToOutbox(
        tx,
        texts.map((text) => note(text, `key ${Number(text) % 7}`)),
      ),
    );
  const relay = startRelay({
    subgraph: 'users',
    source: postgresOutbox(postgres.em),
    redis: redis.redis,
    log: journal().log,
  });
  running.push(relay);
  start([writeDown()]);
  await append(wanted.slice(0, 200));
  await eventually('some effects', async () => (await lab.effects()).length > 20);
  await redis.redis.flushdb();
  await append(wanted.slice(200));
  await eventually('all effects', async () => (await lab.effects()).length >= 300, 15_000);
  await settled();
  expect((await lab.effects()).map(Number).sort((a, b) => a - b)).toEqual(wanted.map(Number));
});

it('stops at once while Redis is away', async () => {
  const server = await startRedis();
  const connection = connectRedis(server.url, 'blocking', journal().log);
  const consumer = lab.start([writeDown()], { redis: connection });
  await eventually('the group', async () => (await connection.exists(STREAM)) === 1);
  await server.stop();
  const began = performance.now();
  await consumer.stop();
  expect(performance.now() - began).toBeLessThan(1_000);
  connection.disconnect();
});
