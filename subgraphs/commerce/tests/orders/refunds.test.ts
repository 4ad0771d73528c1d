// Refunds: whole, by line, twice at once, killed in between, given outside; never more than was paid.
import { randomUUID } from 'node:crypto';
import { AccessError, isRefusal } from '@mosaic/kernel/refusal/refusal';
import { seconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payRefund } from '../../src/use-cases/orders/pay-refund.js';
import { refundOrder } from '../../src/use-cases/orders/refund-order.js';
import { codeOf, granted, person } from '../lab/open-lab.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

let lab: OrderLab;
beforeAll(async () => {
  lab = await openOrderLab();
});
afterAll(() => lab.close());

const refund = (orderId: string, lineIds: string[] | null = null, idempotencyKey: string = randomUUID()) =>
  refundOrder(lab.rooms, lab.admin, { orderId, lineIds, idempotencyKey });

/** A paid order of two things, 300 and 2 x 200. */
async function paidOrder() {
  const [a, b] = [await lab.sell(300, 5), await lab.sell(200, 5)];
  const buyer = person();
  await lab.put(buyer, [a, 1], [b, 2]);
  const orderId = granted(await lab.checkout(buyer, 700));
  granted(await lab.pay(buyer, orderId));
  const rows = await lab.rows<{ id: string }>('select id from order_lines where order_id = ? order by place', [
    orderId,
  ]);
  return { a, b, buyer, orderId, lines: rows.map(({ id }) => id) };
}
const refundedAt = async (orderId: string) => {
  const [row] = await lab.rows<{ n: number; sum: number }>(
    "select count(*)::int as n, coalesce(sum(amount_minor), 0)::int as sum from refunds where order_id = ? and status = 'DONE'",
    [orderId],
  );
  return row;
};

test('line by line: the goods come back, the state tells how much went back', async () => {
  const { a, b, orderId, lines } = await paidOrder();
  granted(await refund(orderId, [lines[1] ?? '']));
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('PARTIALLY_REFUNDED');
  expect(await lab.stockOf(b)).toEqual({ onHand: 5, reserved: 0 });
  expect(await lab.stockOf(a)).toEqual({ onHand: 4, reserved: 0 });
  expect(codeOf(await refund(orderId, [lines[1] ?? '']))).toBe('ALREADY_REFUNDED');
  granted(await refund(orderId));
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('REFUNDED');
  expect(await refundedAt(orderId)).toEqual({ n: 2, sum: 700 });
  expect(codeOf(await refund(orderId))).toBe('ALREADY_REFUNDED');
  const told = (await lab.announced()).filter(([, payload]) => (payload as { orderId?: string }).orderId === orderId);
  expect(told.map(([name]) => name)).toEqual(['OrderPaid', 'OrderConfirmed', 'OrderRefunded', 'OrderRefunded']);
  const audits = (await lab.announced()).filter(
    ([name, payload]) => name === 'Audited' && (payload as { subjectId: string }).subjectId === orderId,
  );
  expect(audits).toHaveLength(2);
});

test('of ten whole refunds at once one wins; ten under one key are one', async () => {
  const { orderId } = await paidOrder();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => refund(orderId)));
  expect(outcomes.filter(isRefusal).map(({ code }) => code)).toEqual(Array(9).fill('ALREADY_REFUNDED'));
  const second = await paidOrder();
  const key = randomUUID();
  const same = await Promise.all(Array.from({ length: 10 }, () => refund(second.orderId, null, key)));
  expect(same).toEqual(Array(10).fill(second.orderId));
  expect(codeOf(await refund(second.orderId, second.lines, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  await Promise.all([lab.sweep(), lab.sweep(), lab.sweep()]);
  for (const id of [orderId, second.orderId]) expect(await refundedAt(id)).toEqual({ n: 1, sum: 700 });
});

test('killed after the money went back: the sweep finds that it did, and gives no second time', async () => {
  const { orderId } = await paidOrder();
  granted(await refund(orderId));
  const { payments } = lab.rooms;
  const dying = async (...given: Parameters<typeof payments.refund>): Promise<never> => {
    await payments.refund(...given);
    throw new Error('killed before the commit');
  };
  expect(await payRefund({ ...lab.rooms, payments: { ...payments, refund: dying } })).toBe(1);
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  lab.clock.advance(seconds(30));
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('REFUNDED');
  expect(await refundedAt(orderId)).toEqual({ n: 1, sum: 700 });
});

test('only admins refund, only what was paid, only lines of that order', async () => {
  const { buyer, orderId } = await paidOrder();
  const byBuyer = () => refundOrder(lab.rooms, buyer, { orderId, lineIds: null, idempotencyKey: randomUUID() });
  expect(byBuyer).toThrow(AccessError);
  const unpaid = await lab.ordered(await lab.sell(100, 1), 100);
  expect(codeOf(await refund(unpaid.orderId))).toBe('NOT_REFUNDABLE');
  expect(codeOf(await refund(orderId, [(await paidOrder()).lines[0] ?? '']))).toBe('NOT_FOUND');
  expect(codeOf(await refund('nonsense'))).toBe('NOT_FOUND');
  expect(codeOf(await refund(orderId, []))).toBe('ALREADY_REFUNDED');
});

test('after all this the ledger sums to zero', async () => {
  expect(await lab.ledger()).toMatchObject({ sum: 0, wrongAccounts: 0 });
});
