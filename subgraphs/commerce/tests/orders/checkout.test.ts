// Checkout: never more sold than there is, one order per key, the server's prices, and what was bought stays as it was.
import { randomUUID } from 'node:crypto';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { later, minutes } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder } from '../../src/use-cases/orders/close-order.js';
import { updateProduct } from '../../src/use-cases/update-product.js';
import { updateProductVariant } from '../../src/use-cases/update-product-variant.js';
import { codeOf, granted, person } from '../lab/open-lab.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

let lab: OrderLab;
beforeAll(async () => {
  lab = await openOrderLab();
});
afterAll(() => lab.close());

const BUYERS = 200;
const UNITS = 10;

test('200 concurrent checkouts of 10 units: 10 orders, 190 refusals, 10 reserved', async () => {
  const variantId = await lab.sell(1_000, UNITS);
  const buyers = Array.from({ length: BUYERS }, () => person());
  for (const buyer of buyers) await lab.put(buyer, [variantId, 1]);
  const outcomes = await Promise.all(buyers.map((buyer) => lab.checkout(buyer, 1_000)));
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(UNITS);
  expect(outcomes.filter(isRefusal).map(({ code }) => code)).toEqual(Array(BUYERS - UNITS).fill('INSUFFICIENT_STOCK'));
  expect(await lab.stockOf(variantId)).toEqual({ onHand: UNITS, reserved: UNITS });
  // Who was refused still has their cart.
  const left = await lab.rows('select id from cart_lines where item_id = ?', [variantId]);
  expect(left).toHaveLength(BUYERS - UNITS);
}, 60_000);

test('the control that reads, then writes, sells what is not there', async () => {
  const variantId = await lab.sell(1_000, UNITS);
  const em = () => lab.rooms.orm.em.fork();
  const naive = async () => {
    const read = 'select on_hand - reserved as available, reserved from stock where variant_id = ?';
    const [row] = await em().execute<{ available: number; reserved: number }[]>(read, [variantId]);
    if (!row || row.available < 1) return false;
    const write = 'update stock set reserved = ? where variant_id = ?';
    await em().execute(write, [row.reserved + 1, variantId], 'run');
    return true;
  };
  const sold = (await Promise.all(Array.from({ length: BUYERS }, naive))).filter(Boolean).length;
  expect(sold).toBeGreaterThan(UNITS);
});

test('carts of two things in any order of lines: no deadlock, nobody refused', async () => {
  const [a, b] = [await lab.sell(100, 100), await lab.sell(100, 100)];
  const buyers = Array.from({ length: 100 }, () => person());
  for (const [at, buyer] of buyers.entries())
    await lab.put(
      buyer,
      ...(at % 2 === 0
        ? ([
            [a, 1],
            [b, 1],
          ] as const)
        : ([
            [b, 1],
            [a, 1],
          ] as const)
      ).map(([id, n]): [string, number] => [id, n]),
    );
  const outcomes = await Promise.all(buyers.map((buyer) => lab.checkout(buyer, 200)));
  expect(outcomes.filter(isRefusal)).toEqual([]);
  expect(await lab.stockOf(a)).toEqual({ onHand: 100, reserved: 100 });
  expect(await lab.stockOf(b)).toEqual({ onHand: 100, reserved: 100 });
}, 60_000);

test('20 concurrent checkouts under one key: one order, 20 equal answers; another body is refused', async () => {
  const variantId = await lab.sell(1_000, 50);
  const buyer = person();
  await lab.put(buyer, [variantId, 2]);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => lab.checkout(buyer, 2_000, key)));
  expect(new Set(answers.map((answer) => granted(answer))).size).toBe(1);
  expect(await lab.rows('select id from orders where buyer_id = ?', [buyer.id])).toHaveLength(1);
  expect(codeOf(await lab.checkout(buyer, 2_001, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await lab.stockOf(variantId)).reserved).toBe(2);
  // The key is the buyer's own.
  expect(codeOf(await lab.checkout(person(), 2_000, key))).toBe('CART_EMPTY');
});

test('the total is the server’s: another expectation changes nothing', async () => {
  const variantId = await lab.sell(1_000, 5);
  const buyer = person();
  await lab.put(buyer, [variantId, 1]);
  for (const wrong of [1, 999, 1_001, 0, -1_000])
    expect(codeOf(await lab.checkout(buyer, wrong))).toBe('PRICE_CHANGED');
  granted(
    await updateProductVariant(lab.rooms, lab.admin, {
      variantId,
      expectedVersion: 1,
      price: { amountMinor: 1_200, currency: 'EUR' },
    }),
  );
  expect(await lab.checkout(buyer, 1_000)).toMatchObject({
    code: 'PRICE_CHANGED',
    parameters: { totalMinor: 1_200, currency: 'EUR' },
  });
  expect((await lab.stockOf(variantId)).reserved).toBe(0);
  granted(await lab.checkout(buyer, 1_200));
});

test('what was bought keeps its name and price whatever becomes of the product', async () => {
  const variantId = await lab.sell(1_000, 5);
  const { orderId } = await lab.ordered(variantId, 1_000);
  const sql = 'select title, unit_minor, quantity from order_lines where order_id = ?';
  const before = await lab.rows<{ title: string }>(sql, [orderId]);
  expect(before[0]?.title).toContain('A thing');
  const [{ product_id: productId } = { product_id: '' }] = await lab.rows<{ product_id: string }>(
    'select product_id from product_variants where id = ?',
    [variantId],
  );
  granted(await updateProduct(lab.rooms, lab.admin, { productId, expectedVersion: 1, name: 'Another name' }));
  granted(
    await updateProductVariant(lab.rooms, lab.admin, {
      variantId,
      expectedVersion: 1,
      price: { amountMinor: 9, currency: 'EUR' },
    }),
  );
  expect(await lab.rows(sql, [orderId])).toEqual(before);
});

test('a claim that is held no longer is not bought, and one that is ends the time to pay early', async () => {
  const buyer = person();
  await lab.hold(buyer, 500, later(lab.clock.now(), -1));
  const claimId = await lab.hold(buyer, 700, later(lab.clock.now(), minutes(7)));
  expect(codeOf(await lab.checkout(buyer, 1_200))).toBe('PRICE_CHANGED');
  const orderId = granted(await lab.checkout(buyer, 700));
  const lines = await lab.rows('select claim_id from order_lines where order_id = ?', [orderId]);
  expect(lines).toEqual([{ claim_id: claimId }]);
  const [row] = await lab.rows<{ until: string }>('select reserved_until::text as until from orders where id = ?', [
    orderId,
  ]);
  expect(new Date(row?.until ?? 0)).toEqual(later(lab.clock.now(), minutes(7)));
});

test('of ten who cancel one order one does; the stock is free again and the owners hear of it', async () => {
  const variantId = await lab.sell(1_000, 5);
  const { buyer, orderId } = await lab.ordered(variantId, 1_000);
  expect(codeOf(await cancelOrder(lab.rooms, person(), orderId))).toBe('NOT_FOUND');
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => cancelOrder(lab.rooms, buyer, orderId)));
  expect(outcomes.filter(isRefusal).map(({ code }) => code)).toEqual(Array(9).fill('ORDER_STATE'));
  expect(await lab.stockOf(variantId)).toEqual({ onHand: 5, reserved: 0 });
  const closed = (await lab.announced()).filter(
    ([name, payload]) => name === 'OrderClosed' && (payload as { orderId: string }).orderId === orderId,
  );
  expect(closed).toHaveLength(1);
  expect(codeOf(await lab.pay(buyer, orderId))).toBe('ORDER_STATE');
});

test('what is not paid in 15 minutes expires, once, and not a moment earlier', async () => {
  await lab.sweep();
  const variantId = await lab.sell(1_000, 5);
  const { orderId } = await lab.ordered(variantId, 1_000);
  lab.clock.advance(minutes(15) - 1);
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('PENDING_PAYMENT');
  lab.clock.advance(1);
  await Promise.all([lab.sweep(), lab.sweep(), lab.sweep()]);
  expect(await lab.statusOf(orderId)).toBe('EXPIRED');
  expect(await lab.stockOf(variantId)).toEqual({ onHand: 5, reserved: 0 });
});
