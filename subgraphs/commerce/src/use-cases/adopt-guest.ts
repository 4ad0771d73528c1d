// Somebody who was a guest has signed in: what is in the guest's cart comes into theirs.
import type { Unit } from '../data/unit-of-work.js';
import { type Cart, type CartLine, lineOfVariant, MOST_LINES, MOST_OF_ONE, takesCurrency } from '../domain/cart.js';
import type { Rooms } from './rooms.js';
import { dropLine } from './set-cart-line-quantity.js';

/**
 * Quantities of one variant add up to the limit. A claim always moves; what is priced in another currency than the
 * person's own cart, or comes when it is full, is dropped. The first adoption of a guest stays; later ones do nothing.
 */
export async function adoptGuest(unit: Unit, { mintId }: Rooms, guestId: string, userId: string): Promise<void> {
  const from = await unit.carts.take(guestId, mintId);
  const into = await unit.carts.take(userId, mintId);
  if (!(await unit.carts.adopt(guestId, userId))) return;
  for (const line of from.lines) await moveLine(unit, from, into, line);
}

async function moveLine(unit: Unit, from: Cart, into: Cart, line: CartLine): Promise<void> {
  const twin = line.claimId === null ? lineOfVariant(into, line.itemId) : undefined;
  if (twin) {
    await unit.carts.setLine(twin.id, Math.min(MOST_OF_ONE, twin.quantity + line.quantity), twin.seenPriceMinor);
    return unit.carts.removeLines([line.id]);
  }
  const isWelcome = takesCurrency(into, line.currency) && into.lines.length < MOST_LINES;
  if (!isWelcome) return dropLine(unit, from, line);
  await unit.carts.moveLine(line.id, into.id);
  into.lines.push(line);
}
