// Presence leases: held while a signed-in socket lives, gone when it does.
import { leaseBook, leaseLifetime } from '@mosaic/kernel/stores/lease-book';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { listen, socketClient } from '../lab/ask.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();

it('L23: is held for each signed-in socket, renewed, and released with the last', async () => {
  const redis = new Redis(lab.redisUrl);
  const book = leaseBook(redis, 'presence');
  const heldUntil = async () => (await book.heldUntil(['ada']))[0] ?? null;
  expect(await heldUntil()).toBe(null);
  const token = await lab.token(viewer('ada'));
  const [phone, laptop] = [socketClient(lab.url, token), socketClient(lab.url, token)];
  for (const client of [phone, laptop]) listen(client, 'subscription { messageAdded(room: "r") { eventId } }');
  await expect.poll(() => redis.zcard('leases:presence:ada'), { timeout: 5_000 }).toBe(2);
  const first = await heldUntil();
  await expect.poll(heldUntil, { timeout: leaseLifetime }).toBeGreaterThan(first ?? 0);
  await phone.dispose();
  await expect.poll(() => redis.zcard('leases:presence:ada'), { timeout: 5_000 }).toBe(1);
  laptop.terminate();
  await expect.poll(heldUntil, { timeout: 2_000 }).toBe(null);
  redis.disconnect();
});

it('L23: takes none for an anonymous socket', async () => {
  const redis = new Redis(lab.redisUrl);
  const client = socketClient(lab.url);
  await listen(client, '{ whoAmI }').ended;
  expect(await redis.keys('leases:presence:*')).toEqual([]);
  await client.dispose();
  redis.disconnect();
});
