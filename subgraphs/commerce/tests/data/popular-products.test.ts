// What sold most: right by the lines that were paid for, and counted once however many ask.
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { days } from '@mosaic/kernel/values/time';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { popularProducts } from '../../src/data/popular-products.js';
import { archiveProduct } from '../../src/use-cases/archive-product.js';
import { refundOrder } from '../../src/use-cases/orders/refund-order.js';
import { granted, person, quiet } from '../lab/open-lab.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

const scope = new Scope();
let lab: OrderLab;
let redis: Redis;
let anotherRedis: Redis;
let popular: string[];

const connect = (url: string) =>
  scope.own(connectRedis(url, 'commands', quiet), (connection) => connection.disconnect());
const counts = () => lab.queries.filter((sql) => sql.includes('sum(l.quantity)')).length;
const ask = (connection = redis) => popularProducts(connection, lab.rooms.read.orders, lab.clock);

async function productOf(variantId: string): Promise<string> {
  const [row] = await lab.rows<{ product_id: string }>('select product_id from product_variants where id = ?', [
    variantId,
  ]);
  return row?.product_id ?? '';
}

/** A product of which somebody bought so many, and the order. */
async function sold(quantity: number) {
  const variantId = await lab.sell(100, 50);
  const buyer = person();
  await lab.put(buyer, [variantId, quantity]);
  const orderId = granted(await lab.checkout(buyer, 100 * quantity));
  granted(await lab.pay(buyer, orderId));
  return { productId: await productOf(variantId), orderId };
}

beforeAll(async () => {
  const server = scope.own(await startRedis({}), (running) => running.stop());
  [redis, anotherRedis] = [connect(server.url), connect(server.url)];
  lab = await openOrderLab();
  scope.defer(() => lab.close());
  await sold(9);
  lab.clock.advance(days(8));
  const [few, many] = [await sold(3), await sold(5)];
  const [returned, gone] = [await sold(7), await sold(8)];
  granted(
    await refundOrder(lab.rooms, lab.admin, { orderId: returned.orderId, lineIds: null, idempotencyKey: 'back' }),
  );
  granted(await archiveProduct(lab.rooms, lab.admin, gone.productId));
  const unpaid = await lab.sell(100, 50);
  await lab.ordered(unpaid, 100);
  popular = [many.productId, few.productId];
}, 60_000);
afterAll(() => scope.close());

beforeEach(async () => {
  await redis.flushall();
  lab.queries.length = 0;
});

test('the best sold of seven days; not what was given back, archived, unpaid, or sold before', async () => {
  expect(await ask()()).toEqual(popular);
});

test('100 who ask two processes at once cost one count, and so do those who come within the minute', async () => {
  const processes = [ask(redis), ask(anotherRedis)];
  const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => processes[at % 2]?.()));
  expect(answers).toEqual(Array(100).fill(popular));
  expect(await ask()()).toEqual(popular);
  expect(counts()).toBe(1);
});

test('control: a cache that only looks before it counts lets all of them count', async () => {
  const naive = async () => {
    const known = await redis.get('naive');
    if (known) return JSON.parse(known);
    const counted = await lab.rooms.read.orders.bestSold(new Date(0), 50);
    await redis.set('naive', JSON.stringify(counted));
    return counted;
  };
  await Promise.all(Array.from({ length: 100 }, naive));
  expect(counts()).toBeGreaterThan(50);
});

test('after its minute it is counted again', async () => {
  await ask()();
  expect(await redis.pttl('commerce:popular-products')).toBeGreaterThan(50_000);
  const { productId } = await sold(20);
  expect(await ask()()).toEqual(popular);
  await redis.del('commerce:popular-products', 'commerce:popular-products:turn');
  popular = [productId, ...popular];
  expect(await ask()()).toEqual(popular);
});

test('whose turn it was and died is waited for, and no longer', async () => {
  await redis.set('commerce:popular-products:turn', '', 'PX', 200);
  expect(await ask()()).toEqual(popular);
  expect(counts()).toBe(1);
});

test('without Redis it is counted, once for all who ask a process together', async () => {
  const alone = ask(connect('redis://127.0.0.1:9'));
  expect(await Promise.all([alone(), alone(), alone()])).toEqual(Array(3).fill(popular));
  expect(counts()).toBe(1);
});
