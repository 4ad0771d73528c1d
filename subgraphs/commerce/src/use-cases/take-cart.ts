// The buyer's cart, to change it.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Unit } from '../data/unit-of-work.js';
import type { Cart } from '../domain/cart.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

/**
 * Refuses CART_MOVED to a guest who has signed in meanwhile. Asked under the lock of the guest's cart, which the adoption
 * also takes: nothing is put into a cart that was emptied for good.
 */
export async function takeCart(unit: Unit, { mintId }: Rooms, buyerId: string): Promise<Cart | Refusal> {
  const cart = await unit.carts.take(buyerId, mintId);
  const isAdopted = isIdOf('Guest', buyerId) && (await unit.carts.adopterOf(buyerId)) !== null;
  return isAdopted ? refuse('CART_MOVED') : cart;
}
