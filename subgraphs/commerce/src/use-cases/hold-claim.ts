// Another subgraph holds something for a buyer: it becomes a line of their cart.
import { announce } from '@mosaic/kernel/outbox/event';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { claimDropped } from '@mosaic/schema/events/commerce';
import type { Unit } from '../data/unit-of-work.js';
import { MOST_LINES, takesCurrency } from '../domain/cart.js';
import type { Rooms } from './rooms.js';

interface HeldClaim {
  claimId: string;
  itemId: string;
  buyerId: string;
  title: string;
  price: Money;
  heldUntil: Date;
}

/** A guest who has signed in meanwhile is the person they are. What cannot come into the cart is given back at once. */
export async function holdClaim(unit: Unit, { mintId }: Rooms, claim: HeldClaim): Promise<void> {
  const { claimId, itemId, price } = claim;
  let cart = await unit.carts.take(claim.buyerId, mintId);
  // Under the lock of the guest's cart, so that an adoption comes wholly before or wholly after.
  const adopter = isIdOf('Guest', claim.buyerId) ? await unit.carts.adopterOf(claim.buyerId) : null;
  if (adopter !== null) cart = await unit.carts.take(adopter, mintId);
  const { id: cartId, buyerId } = cart;
  if (!takesCurrency(cart, price.currency) || cart.lines.length >= MOST_LINES)
    return unit.announce(announce(claimDropped, claimId, { claimId, buyerId }, unit.now));
  await unit.carts.addLine({ id: mintId('CartLine'), cartId, itemId, quantity: 1, price, claim });
}
