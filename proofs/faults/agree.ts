// Whether everybody agrees on what was bought: orders, cards, ledger, stock, places in the course, and the coach's time.
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { ledgerOf, placesOf } from '../journeys/what-was-bought.js';
import { ORDER, type Order } from '../lab/buying.js';
import type { Person } from '../lab/person.js';
import { availableOf } from '../lab/shop.js';
import { type Books, readBooks } from '../lab/simulated-stripe.js';
import { everything, type Page } from './counts.js';
import type { Town, Trip } from './shopper.js';

const OVER = ['CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'EXPIRED', 'CANCELLED', 'PAYMENT_DECLINED'];
const SETTLED = ['UNPAID', 'CONFIRMED', 'REFUNDED'];

export const allOrders = (admin: Person): Promise<Order[]> =>
  everything(async (after) => {
    const document = `query ($after: String) {
      adminOrders(first: 100, after: $after) { edges { node { ${ORDER} } } pageInfo { hasNextPage endCursor } }
    }`;
    return (await admin.ask<{ adminOrders: Page<Order> }>(document, { after })).adminOrders;
  });

const soldLines = ({ lines }: Order) => lines.filter(({ status }) => status === 'CONFIRMED');
export const soldOf = (order: Order, type: string) => soldLines(order).filter(({ item }) => item?.__typename === type);
const worthOf = (order: Order): number =>
  soldLines(order).reduce((sum, { lineTotal }) => sum + lineTotal.amountMinor, 0);

/** Every disagreement, in words; none when all is well. */
export async function disagreements(
  world: World,
  town: Town,
  trips: readonly Trip[],
  stock: number,
): Promise<string[]> {
  const orders = await allOrders(town.admin);
  const books = await readBooks(world);
  const about = orders.flatMap((order) => ofOrder(order, books));
  const sold = orders
    .flatMap((order) => soldOf(order, 'ProductVariant'))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const available = await availableOf(town.admin, town.shelf);
  if (available + sold !== stock) about.push(`${available} on the shelf and ${sold} sold`);
  const worth = orders.reduce((sum, order) => sum + worthOf(order), 0);
  about.push(...(await ofLedger(town.admin, worth)));
  for (const trip of trips) about.push(...(await ofTrip(trip, orders)));
  if (orders.length !== trips.length) about.push(`${orders.length} orders of ${trips.length} buyers`);
  return about;
}

function ofOrder(order: Order, { chargesOf, keptOf }: Books): string[] {
  const { id, status, lines, total } = order;
  const about: string[] = [];
  if (!OVER.includes(status)) about.push(`${id} is ${status}`);
  for (const line of lines) if (!SETTLED.includes(line.status)) about.push(`a line of ${id} is ${line.status}`);
  if (status === 'CONFIRMED' && worthOf(order) !== total.amountMinor) about.push(`${id} is confirmed in part`);
  if ((chargesOf.get(id) ?? 0) > 1) about.push(`${id} was charged ${chargesOf.get(id)} times`);
  if ((keptOf.get(id) ?? 0) !== worthOf(order))
    about.push(`${id} is worth ${worthOf(order)}, we have ${keptOf.get(id)}`);
  return about;
}

async function ofLedger(admin: Person, worth: number): Promise<string[]> {
  const { isBalanced, sums, accounts } = await ledgerOf(admin);
  const atStripe = accounts.find(({ name }) => name === 'STRIPE')?.amount.amountMinor;
  const isRight = isBalanced && sums.every(({ amountMinor }) => amountMinor === 0);
  const areConsistent = accounts.every(({ isConsistent }) => isConsistent);
  return isRight && areConsistent && atStripe === worth ? [] : [`the ledger has ${atStripe} of ${worth}`];
}

/** What the buyer has in the other rooms is what they paid for, once. */
async function ofTrip({ buyer, orderId, appointmentId }: Trip, orders: readonly Order[]): Promise<string[]> {
  const order = orders.find(({ id }) => id === orderId);
  if (!order) return [`${orderId} is gone`];
  const about: string[] = [];
  const places = (await placesOf(buyer)).filter(({ status }) => status === 'ACTIVE' || status === 'PENDING');
  const paidFor = soldOf(order, 'Course').map(({ item }) => `${item?.id} ACTIVE`);
  const has = places.map(({ courseId, status }) => `${courseId} ${status}`);
  if (has.join() !== paidFor.join()) about.push(`of ${orderId} the buyer has ${has}, and paid for ${paidFor}`);
  if (appointmentId === null) return about;
  const { appointment } = await buyer.ask<{ appointment: { status: string } }>(
    'query ($id: ID!) { appointment(id: $id) { status } }',
    { id: appointmentId },
  );
  const takesTime = appointment.status === 'CONFIRMED' || appointment.status === 'HELD';
  if (takesTime !== (soldOf(order, 'Appointment').length === 1))
    about.push(`of ${orderId} the hour is ${appointment.status}`);
  return about;
}
