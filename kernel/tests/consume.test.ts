// The consumer on good days: each reaction once, in order, by one reader of the group at a time.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { consumerLab, STREAM, writeDown } from './lab/consumer.js';
import { note } from './lab/events.js';
import { eventually } from './lab/eventually.js';
import { gate } from './lab/gate.js';
import { openPostgres, type PostgresLab } from './lab/postgres.js';
import { openRedis, type RedisLab } from './lab/redis.js';

let postgres: PostgresLab;
let redis: RedisLab;
let lab: ReturnType<typeof consumerLab>;
let running: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  [postgres, redis] = await Promise.all([openPostgres(), openRedis(2)]);
  lab = consumerLab(postgres, redis);
});
afterAll(async () => {
  await redis.close();
  await postgres.close();
});
beforeEach(async () => {
  await redis.redis.flushdb();
  await postgres.em.execute('truncate effect, inbox');
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
const settled = () => eventually('everything settled', () => lab.isSettled());

it('applies what was published before it began and since, and repeats nothing', async () => {
  const [one, two] = [note('1'), note('2')];
  await lab.publish(one, one);
  start([writeDown()]);
  await eventually('the first', async () => (await lab.effects()).length === 1);
  await lab.publish(two, one, two);
  await settled();
  expect(await lab.effects()).toEqual(['1', '2']);
});

it('lets every reaction to an event apply it, each once', async () => {
  const event = note('1');
  await lab.publish(event, event);
  start([writeDown('first'), writeDown('second')]);
  await settled();
  expect(await lab.effects()).toEqual(['1', '1']);
});

it('acknowledges events that nobody reacts to, also those of another version', async () => {
  await lab.publish({ ...note('1'), name: 'Unheard' }, { ...note('2'), version: 2 });
  start([writeDown()]);
  await settled();
  expect(await lab.effects()).toEqual([]);
});

it('finishes what a reader left that died between the effect and the acknowledgement', async () => {
  const [one, two] = [note('1'), note('2')];
  await lab.publish(one, two);
  await redis.redis.xgroup('CREATE', STREAM, 'content', '0');
  await redis.redis.xreadgroup('GROUP', 'content', 'reader', 'COUNT', 10, 'STREAMS', STREAM, '>');
  await lab.applyOnce(
    'write down',
    one.id,
    async (unit) => void (await unit.execute("insert into effect values ('1')")),
  );
  start([writeDown()]);
  await settled();
  expect(await lab.effects()).toEqual(['1', '2']);
});

it('shares a group between processes: one reads, and its successor goes on without loss or repetition', async () => {
  const wanted = Array.from({ length: 60 }, (_, n) => String(n));
  const first = start([writeDown()]);
  start([writeDown()]);
  await lab.publish(...wanted.slice(0, 30).map((text) => note(text)));
  await eventually('some', async () => (await lab.effects()).length > 5);
  await first.stop();
  await lab.publish(...wanted.slice(30).map((text) => note(text)));
  await settled();
  expect(await lab.effects()).toEqual(wanted);
});

it('waits for the turn of a reader that died to run out', async () => {
  await redis.redis.set('turn:events:content', 'a process that is no more', 'PX', 700);
  await lab.publish(note('1'));
  start([writeDown()]);
  await eventually(
    'the turn ran out',
    async () => !(await redis.redis.get('turn:events:content'))?.includes('no more'),
  );
  await settled();
  expect(await lab.effects()).toEqual(['1']);
});

it('stopping finishes the event in hand and leaves the others to the next', async () => {
  const inHand = gate();
  const mayGoOn = gate();
  const patient = writeDown('write down', async () => {
    inHand.open();
    await mayGoOn.opened;
  });
  await lab.publish(note('1'), note('2'));
  const first = start([patient]);
  await inHand.opened;
  const stopped = first.stop();
  mayGoOn.open();
  await stopped;
  expect(await lab.effects()).toEqual(['1']);
  start([writeDown()]);
  await settled();
  expect(await lab.effects()).toEqual(['1', '2']);
});
