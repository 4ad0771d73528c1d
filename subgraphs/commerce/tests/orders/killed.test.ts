// Killed before or after any transaction on the way: what is repeated and what sweeps find out come to the same end.
import { randomUUID } from 'node:crypto';
import { seconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transact } from '../../src/data/unit-of-work.js';
import { checkout } from '../../src/use-cases/orders/checkout.js';
import { payOrder } from '../../src/use-cases/orders/pay-order.js';
import { payRefund } from '../../src/use-cases/orders/pay-refund.js';
import { refundOrder } from '../../src/use-cases/orders/refund-order.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { granted, person } from '../lab/open-lab.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

let lab: OrderLab;
beforeAll(async () => {
  lab = await openOrderLab();
});
afterAll(() => lab.close());

/** The rooms of a process that dies with its n-th transaction, before or just after it is committed; and whether it did. */
function dying(n: number, when: 'before' | 'after'): { rooms: Rooms; died: () => boolean } {
  let begun = 0;
  const transact: Transact = async (work) => {
    begun += 1;
    if (begun > n) throw new Error('dead');
    const isLast = begun === n;
    const outcome = await lab.rooms.transact(async (unit) => {
      const made = await work(unit);
      if (isLast && when === 'before') throw new Error('killed before the commit');
      return made;
    });
    if (isLast) throw new Error('killed after the commit');
    return outcome;
  };
  return { rooms: { ...lab.rooms, transact }, died: () => begun >= n };
}

const ends = async (orderId: string) => {
  const one = async (sql: string) => (await lab.rows<object>(sql, [orderId]))[0];
  return {
    ...(await one('select status from orders where id = ?')),
    ...(await one(`select count(*) filter (where kind = 'CAPTURE')::int as captures,
      count(*) filter (where kind = 'REFUND')::int as refunds from ledger_transactions where order_id = ?`)),
    ...(await one('select on_hand, reserved from stock join order_lines on item_id = variant_id where order_id = ?')),
  };
};

for (const when of ['before', 'after'] as const)
  test(`from the cart to the goods, killed ${when} each commit: one order, one charge`, async () => {
    for (let n = 1, reached = true; reached; n++) {
      const buyer = person();
      await lab.put(buyer, [await lab.sell(400, 3), 1]);
      const [first, second] = [randomUUID(), randomUUID()];
      const flow = async (rooms: Rooms) => {
        const expectedTotal = { amountMinor: 400, currency: 'EUR' };
        const orderId = granted(await checkout(rooms, buyer, { expectedTotal, idempotencyKey: first }));
        await payOrder(rooms, buyer, { orderId, paymentMethod: 'pm_card_visa', idempotencyKey: second });
        return orderId;
      };
      const { rooms, died } = dying(n, when);
      await flow(rooms).catch(() => {});
      reached = died();
      if (n % 2 === 0) {
        // Half of the buyers never come back: the sweep alone must find out.
        lab.clock.advance(seconds(30));
        await lab.sweep();
      }
      const orderId = await flow(lab.rooms);
      expect(await ends(orderId), `killed ${when} commit ${n}`).toEqual({
        ...{ status: 'CONFIRMED', captures: 1, refunds: 0, on_hand: 2, reserved: 0 },
      });
      expect(await lab.rows('select id from orders where buyer_id = ?', [buyer.id])).toHaveLength(1);
      if (n > 20) throw new Error('a flow of five transactions does not end');
    }
  });

for (const when of ['before', 'after'] as const)
  test(`from the refund to the money back, killed ${when} each commit: refunded once`, async () => {
    for (let n = 1, reached = true; reached; n++) {
      const { buyer, orderId } = await lab.ordered(await lab.sell(400, 3), 400);
      granted(await lab.pay(buyer, orderId));
      const idempotencyKey = randomUUID();
      const flow = async (rooms: Rooms) => {
        await refundOrder(rooms, lab.admin, { orderId, lineIds: null, idempotencyKey });
        await payRefund(rooms);
      };
      const { rooms, died } = dying(n, when);
      await flow(rooms).catch(() => {});
      reached = died();
      lab.clock.advance(seconds(60));
      await flow(lab.rooms);
      await lab.sweep();
      expect(await ends(orderId), `killed ${when} commit ${n}`).toEqual({
        ...{ status: 'REFUNDED', captures: 1, refunds: 1, on_hand: 3, reserved: 0 },
      });
      if (n > 20) throw new Error('a flow of three transactions does not end');
    }
  });

test('after all this the ledger sums to zero', async () => {
  expect(await lab.ledger()).toMatchObject({ sum: 0, wrongAccounts: 0 });
});
