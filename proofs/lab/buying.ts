// What a buyer does, from the cart to the payment. Everything with a key may be asked again with the same key.
import { randomUUID } from 'node:crypto';
import { type Actor, act } from './act.js';
import { eventually } from './eventually.js';
import type { Person } from './person.js';
import type { Price } from './shop.js';

export interface Cart {
  lines: { id: string; title: string; quantity: number; item: { __typename: string; id: string } }[];
  total: Price | null;
}

interface OrderLine {
  id: string;
  quantity: number;
  status: string;
  item: { __typename: string; id: string } | null;
  lineTotal: Price;
}

export interface Order {
  id: string;
  status: string;
  total: Price;
  lines: OrderLine[];
  payment: { id: string; status: string; refundedAmount: Price; clientSecret: string | null };
}

export const ORDER = `
  id status total { amountMinor currency }
  lines { id quantity status item { __typename id } lineTotal { amountMinor currency } }
  payment { id status refundedAmount { amountMinor currency } clientSecret }
`;

export async function addToCart(
  buyer: Actor,
  variantId: string,
  quantity = 1,
  key: string = randomUUID(),
): Promise<void> {
  await act(buyer, 'addToCart', { variantId, quantity, idempotencyKey: key }, 'cart { id }');
}

/** Answers the id of the enrollment, which becomes a line of the cart. */
export async function claimCourse(buyer: Actor, courseId: string, key: string = randomUUID()): Promise<string> {
  const { enrollment } = await act<{ enrollment: { id: string } }>(
    buyer,
    'claimCourse',
    { courseId, idempotencyKey: key },
    'enrollment { id }',
  );
  return enrollment.id;
}

/** Answers the id of the appointment; one with a price becomes a line of the cart. */
export async function takeHour(
  buyer: Actor,
  offeringId: string,
  startsAt: string,
  key: string = randomUUID(),
): Promise<string> {
  const { appointment } = await act<{ appointment: { id: string } }>(
    buyer,
    'requestAppointment',
    { offeringId, startsAt, idempotencyKey: key },
    'appointment { id }',
  );
  return appointment.id;
}

/** With the names of what is sold, which the subgraphs that sell it know. */
export async function cartOf(buyer: Actor): Promise<Cart> {
  const { cart } = await buyer.ask<{ cart: Cart }>(
    '{ cart { lines { id title quantity item { __typename id } } total { amountMinor currency } } }',
  );
  return cart;
}

/** The cart, once everything is in it that others hold for the buyer. Throws after 60 s. */
export const cartWith = (buyer: Actor, lines: number): Promise<Cart> =>
  eventually(
    () => cartOf(buyer),
    (cart) => cart.lines.length === lines,
    60_000,
  );

/** Answers the id of the order. */
export async function checkOut(buyer: Person, expectedTotal: Price, key: string = randomUUID()): Promise<string> {
  const { order } = await act<{ order: { id: string } }>(
    buyer,
    'checkout',
    { expectedTotal, idempotencyKey: key },
    'order { id }',
  );
  return order.id;
}

/** Answers where the order stands right after. Without a card it is left to the buyer's browser to pay. */
export async function pay(
  buyer: Person,
  orderId: string,
  paymentMethod: string | null = 'pm_card_visa',
  key: string = randomUUID(),
): Promise<string> {
  const { order } = await act<{ order: { status: string } }>(
    buyer,
    'payOrder',
    { orderId, paymentMethod, idempotencyKey: key },
    'order { status }',
  );
  return order.status;
}

export async function orderOf(asker: Person, id: string): Promise<Order> {
  const { order } = await asker.ask<{ order: Order | null }>(`query ($id: ID!) { order(id: $id) { ${ORDER} } }`, {
    id,
  });
  if (!order) throw new Error('there is no such order');
  return order;
}

/** The order, once it stands there. Throws after 60 s. */
export const orderIn = (asker: Person, id: string, status: string): Promise<Order> =>
  eventually(
    () => orderOf(asker, id),
    (order) => order.status === status,
    60_000,
  );
