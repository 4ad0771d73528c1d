// What a paid order becomes as its lines are settled.
import type { Unit } from '../../data/unit-of-work.js';
import type { Order } from '../../domain/order.js';
import { type OrderLine, stockLinesOf } from '../../domain/order-line.js';
import { announceConfirmed, announcePaid } from './announce-order.js';

/** The money is there and the goods are reserved: the shop's own are the buyer's, owners are asked for theirs. */
export async function payOff(unit: Unit, order: Order, lines: readonly OrderLine[]): Promise<void> {
  await unit.stock.sell(stockLinesOf(lines), order.id);
  const ours = lines.filter(({ claimId }) => claimId === null);
  for (const line of ours) line.isSold = true;
  await unit.orders.mark(ours, 'CONFIRMED');
  await unit.orders.mark(
    lines.filter(({ claimId }) => claimId !== null),
    'AWAITING',
  );
  order.holdsStock = false;
  await unit.orders.move(order, 'PAID');
  announcePaid(unit, order, lines);
  await confirmWhenSettled(unit, order, lines);
}

/** Confirms a paid order once nobody has to answer any more and no money is on its way back. */
export async function confirmWhenSettled(unit: Unit, order: Order, lines: readonly OrderLine[]): Promise<void> {
  if (order.status !== 'PAID' || lines.some(({ status }) => status !== 'CONFIRMED')) return;
  await unit.orders.move(order, 'CONFIRMED');
  announceConfirmed(unit, order, lines);
}
