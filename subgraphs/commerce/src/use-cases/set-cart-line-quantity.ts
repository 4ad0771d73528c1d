// Changes how many of a line the buyer wants. 0 removes it, and gives a claim back to its owner.
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { claimDropped } from '@mosaic/schema/events/commerce';
import type { Unit } from '../data/unit-of-work.js';
import { type Cart, type CartLine, MOST_OF_ONE } from '../domain/cart.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { takeCart } from './take-cart.js';

export interface SetCartLineQuantity {
  lineId: string;
  quantity: number;
}

/**
 * The id of the cart. Setting the same again changes nothing. Refuses NOT_FOUND (of another's line too), QUANTITY_LIMIT,
 * CART_MOVED and BAD_INPUT.
 */
export const setCartLineQuantity = (
  rooms: Rooms,
  buyerId: string,
  { lineId, quantity }: SetCartLineQuantity,
): Promise<string | Refusal> =>
  rooms.transact(async (unit) => {
    const cart = await takeCart(unit, rooms, buyerId);
    if (isRefusal(cart)) return cart;
    const line = cart.lines.find(({ id }) => id === lineId);
    if (!line) return refuse('NOT_FOUND').at('lineId');
    if (quantity < 0) return refuse('BAD_INPUT', { reason: 'at least 0' }).at('quantity');
    const most = line.claimId === null ? MOST_OF_ONE : 1;
    if (quantity > most) return refuse('QUANTITY_LIMIT', { most }).at('quantity');
    if (quantity === 0) await dropLine(unit, cart, line);
    else await unit.carts.setLine(line.id, quantity, line.priceMinor);
    return cart.id;
  });

/** A line goes; when it is a claim, its owner hears of it. */
export async function dropLine(unit: Unit, { buyerId }: Cart, { id, claimId }: CartLine): Promise<void> {
  await unit.carts.removeLines([id]);
  if (claimId !== null) unit.announce(announce(claimDropped, claimId, { claimId, buyerId }, unit.now));
}
