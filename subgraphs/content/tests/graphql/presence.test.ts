// Presence: ONLINE while any connection lives, a grace for reconnects, and OFFLINE soon after a router was killed.
import { leaseBook, leaseLifetime } from '@mosaic/kernel/stores/lease-book';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECONNECT_GRACE } from '../../src/domain/presence.js';
import type { Whatever } from '../lab/answer.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';

const graph = openGraph();
const LISTEN =
  'subscription ($userIds: [ID!]!) { presenceChanged(userIds: $userIds) { user { id } presence { status lastSeenAt } } }';
let redis: Redis;
beforeAll(() => {
  redis = new Redis(graph().config.REDIS_URL.reveal());
});
afterAll(() => redis.disconnect());
const leases = () => leaseBook(redis, 'presence');
const statuses = (ear: Whatever) => ear.events.map(({ presence }: Whatever) => presence.status);
const statusOf = async (id: string) =>
  (await graph().entity(person(), 'User', id, 'presence { status lastSeenAt }')).presence;

test('a snapshot of everybody, then changes; two tabs are one person, and a reload is not seen', async () => {
  const [ada, ben] = [person(), person()];
  await leases().hold(ada.id, 'router:tab1');
  const ear = graph().listen(person(), LISTEN, { userIds: [ada.id, ben.id, ben.id] });
  await ear.heard(2);
  expect(ear.events.map(({ user, presence }: Whatever) => [user.id, presence.status])).toEqual([
    [ada.id, 'ONLINE'],
    [ben.id, 'OFFLINE'],
  ]);
  await leases().hold(ben.id, 'router:tab1');
  await ear.heard(3, 1_000);
  await leases().hold(ben.id, 'router:tab2');
  await leases().release(ben.id, 'router:tab1');
  await leases().release(ben.id, 'router:tab2');
  await leases().hold(ben.id, 'router:tab3');
  const released = Date.now();
  await leases().release(ben.id, 'router:tab3');
  await ear.heard(4, RECONNECT_GRACE + 1_000);
  expect(Date.now() - released).toBeGreaterThanOrEqual(RECONNECT_GRACE - 50);
  expect(statuses(ear)).toEqual(['ONLINE', 'OFFLINE', 'ONLINE', 'OFFLINE']);
  const { status, lastSeenAt } = await statusOf(ben.id);
  expect(status).toBe('OFFLINE');
  expect(Math.abs(Date.parse(lastSeenAt) - Date.now())).toBeLessThan(5_000);
}, 15_000);

test('a lease that nobody renews any more ends within a second of its life', async () => {
  const ada = person();
  const ear = graph().listen(person(), LISTEN, { userIds: [ada.id] });
  await ear.heard(1);
  const held = Date.now();
  await leases().hold(ada.id, 'killed:socket');
  await ear.heard(2, 1_000);
  expect(await statusOf(ada.id)).toMatchObject({ status: 'ONLINE' });
  await ear.heard(3, leaseLifetime + 1_000);
  expect(Date.now() - held).toBeGreaterThanOrEqual(leaseLifetime - 100);
  expect(statuses(ear)).toEqual(['OFFLINE', 'ONLINE', 'OFFLINE']);
}, 15_000);

test.each([
  ['nobody', []],
  ['101 people', Array.from({ length: 101 }, () => person().id)],
  ['what is no user', ['x']],
])('%s cannot be watched', async (_, userIds) => {
  const ear = graph().listen(person(), LISTEN, { userIds });
  await ear.until(({ endings }) => endings.length > 0);
  expect(ear.endings).toEqual(['BAD_INPUT']);
});

test('whoever is not signed in sees nobody', async () => {
  const ear = graph().listen(null, LISTEN, { userIds: [person().id] });
  await ear.until(({ endings }) => endings.length > 0);
  expect(ear.endings).toEqual(['UNAUTHENTICATED']);
});
