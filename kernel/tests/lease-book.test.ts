// Leases and wake-ups over Redis: held while renewed, gone when not, announced when they begin or end by hand.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leaseBook, leaseLifetime } from '../stores/lease-book.js';
import { redisWakeUps } from '../stores/redis-wake-ups.js';
import { eventually } from './lab/eventually.js';
import { openRedis, type RedisLab } from './lab/redis.js';

let lab: RedisLab;
beforeAll(async () => {
  lab = await openRedis(4);
});
afterAll(() => lab.close());

it('a subject is held until its longest lease runs out', async () => {
  const book = leaseBook(lab.redis, 'presence');
  await book.hold('ada', 'tab 1');
  const [until, nobody] = await book.heldUntil(['ada', 'bob']);
  expect(nobody).toBeNull();
  expect(Math.abs(Number(until) - Date.now() - leaseLifetime)).toBeLessThan(2_000);
  await book.hold('ada', 'tab 2');
  await book.release('ada', 'tab 1');
  expect((await book.heldUntil(['ada']))[0]).not.toBeNull();
  await book.release('ada', 'tab 2');
  expect(await book.heldUntil(['ada'])).toEqual([null]);
  expect(await book.heldUntil([])).toEqual([]);
});

it('a lease that nobody renews runs out, although nobody takes it away', async () => {
  const book = leaseBook(lab.redis, 'presence');
  await book.hold('eve', 'dead tab');
  await lab.redis.zadd('leases:presence:eve', Date.now() - 1, 'dead tab');
  expect(await book.heldUntil(['eve'])).toEqual([null]);
  await book.hold('eve', 'dead tab');
  expect((await book.heldUntil(['eve']))[0]).not.toBeNull();
});

it('watchers of a book hear of leases that begin and end, not of renewals or other books', async () => {
  const heard: string[] = [];
  await leaseBook(lab.redis, 'watched').watch(lab.connect('subscriber'), (subject) => void heard.push(subject));
  const book = leaseBook(lab.redis, 'watched');
  await leaseBook(lab.redis, 'other').hold('x', '1');
  await book.hold('ada', '1');
  await book.hold('ada', '1');
  await book.release('ada', '1');
  await book.release('ada', '1');
  await book.hold('end', '1');
  await eventually('the end', () => heard.includes('end'));
  expect(heard).toEqual(['ada', 'ada', 'end']);
});

it('wakes every listener of a topic until it stops listening', async () => {
  const wakeUps = redisWakeUps(lab.redis, lab.connect('subscriber'));
  const woken: string[] = [];
  const stop = await wakeUps.listen('a', () => void woken.push('one'));
  await wakeUps.listen('a', () => void woken.push('two'));
  await wakeUps.listen('b', () => void woken.push('b'));
  woken.length = 0; // connecting wakes too
  await wakeUps.wake('a');
  await eventually('both', () => woken.length === 2);
  stop();
  await wakeUps.wake('a');
  await wakeUps.wake('b');
  await eventually('the other topic', () => woken.includes('b'));
  expect(woken).toEqual(['one', 'two', 'two', 'b']);
});
