// Selling what others own: paid, asked, confirmed or given back; however often the answers come.
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { claimConfirmed, claimReleased } from '@mosaic/schema/events/claims';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmClaim, releasePaidClaim } from '../../src/use-cases/orders/settle-claim.js';
import { deliver } from '../lab/announce.js';
import { granted, person } from '../lab/open-lab.js';
import { type OrderLab, openOrderLab } from '../lab/order-lab.js';

let lab: OrderLab;
beforeAll(async () => {
  lab = await openOrderLab();
});
afterAll(() => lab.close());

const confirm = (claimId: string, orderId: string) =>
  lab.rooms.transact((unit) => confirmClaim(unit, { claimId, orderId }));
const release = (claimId: string, orderId: string) =>
  lab.rooms.transact((unit) => releasePaidClaim(lab.rooms, unit, { claimId, orderId }));
const told = async (orderId: string) =>
  (await lab.announced())
    .filter(([, payload]) => (payload as { orderId?: string }).orderId === orderId)
    .map(([name, payload]) => [name, (payload as { refundedClaimIds?: string[] }).refundedClaimIds ?? null]);

/** A paid order of a thing for 300, an hour for 500 and another for 700. */
async function paid() {
  const buyer = person();
  await lab.put(buyer, [await lab.sell(300, 5), 1]);
  const [first, second] = [await lab.hold(buyer, 500), await lab.hold(buyer, 700)];
  const orderId = granted(await lab.checkout(buyer, 1_500));
  granted(await lab.pay(buyer, orderId));
  return { orderId, first, second };
}

test('paid is not confirmed until every owner said so', async () => {
  const { orderId, first, second } = await paid();
  expect(await lab.statusOf(orderId)).toBe('PAID');
  await confirm(first, orderId);
  await confirm(first, orderId);
  expect(await lab.statusOf(orderId)).toBe('PAID');
  await confirm(second, orderId);
  expect(await lab.statusOf(orderId)).toBe('CONFIRMED');
  await confirm(second, orderId);
  expect(await told(orderId)).toEqual([
    ['OrderPaid', null],
    ['OrderConfirmed', null],
  ]);
});

test('what an owner could not keep is refunded, once, and the rest stands', async () => {
  const { orderId, first, second } = await paid();
  await Promise.all([release(first, orderId), release(first, orderId), release(first, orderId)]);
  await confirm(second, orderId);
  expect(await lab.statusOf(orderId)).toBe('PAID');
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('PARTIALLY_REFUNDED');
  expect(
    await lab.rows('select amount_minor::int as amount, status, reason from refunds where order_id = ?', [orderId]),
  ).toEqual([{ amount: 500, status: 'DONE', reason: 'CLAIM_RELEASED' }]);
  expect(await told(orderId)).toEqual([
    ['OrderPaid', null],
    ['OrderRefunded', [first]],
  ]);
  // A late second answer of the same owner changes nothing.
  await confirm(first, orderId);
  expect(await lab.rows('select status from order_lines where claim_id = ?', [first])).toEqual([
    { status: 'REFUNDED' },
  ]);
});

test('an order of one claim that came too late is refunded whole', async () => {
  const buyer = person();
  const claimId = await lab.hold(buyer, 900);
  const orderId = granted(await lab.checkout(buyer, 900));
  granted(await lab.pay(buyer, orderId));
  await release(claimId, orderId);
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('REFUNDED');
});

test('the same by the events that owners announce, each delivered three times', async () => {
  const { orderId, first, second } = await paid();
  const tell = async (event: OutboxEvent) => {
    for (let n = 0; n < 3; n++) await deliver(lab.rooms, event);
  };
  const at = lab.clock.now();
  await tell(announce(claimConfirmed, second, { claimId: second, orderId }, at));
  await tell(announce(claimReleased, first, { claimId: first, orderId, reason: 'TOO_LATE' }, at));
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('PARTIALLY_REFUNDED');
  expect(await lab.rows('select status from order_lines where order_id = ? order by place', [orderId])).toEqual(
    ['CONFIRMED', 'REFUNDED', 'CONFIRMED'].map((status) => ({ status })),
  );
  expect(await lab.rows('select amount_minor::int as amount from refunds where order_id = ?', [orderId])).toEqual([
    { amount: 500 },
  ]);
});

test('a release in an order that was not paid, or of a claim that is not in it, costs nothing', async () => {
  const buyer = person();
  const claimId = await lab.hold(buyer, 900);
  const orderId = granted(await lab.checkout(buyer, 900));
  await release(claimId, orderId);
  await release(mintId('Appointment'), orderId);
  await confirm(claimId, orderId);
  await lab.sweep();
  expect(await lab.statusOf(orderId)).toBe('PENDING_PAYMENT');
  expect(await lab.rows('select id from refunds where order_id = ?', [orderId])).toEqual([]);
  expect(await lab.rows('select status from order_lines where order_id = ?', [orderId])).toEqual([
    { status: 'UNPAID' },
  ]);
});

test('after all this the ledger sums to zero', async () => {
  expect(await lab.ledger()).toMatchObject({ sum: 0, wrongAccounts: 0 });
});
