// Some of a variant goes into the buyer's cart. Nothing is reserved: that is what a checkout does.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { lineOfVariant, MOST_LINES, MOST_OF_ONE, takesCurrency } from '../domain/cart.js';
import { priceOf } from '../domain/product-variant.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { takeCart } from './take-cart.js';

export interface AddToCart {
  variantId: string;
  /** Added to what is there. */
  quantity: number;
  /** Without one, a repetition adds again. */
  idempotencyKey?: string | null | undefined;
}

/**
 * The id of the cart. Refuses NOT_FOUND (also of what is archived), QUANTITY_LIMIT, TOO_MANY lines, CURRENCY_MISMATCH,
 * CART_MOVED, BAD_INPUT and IDEMPOTENCY_KEY_REUSED.
 */
export async function addToCart(
  rooms: Rooms,
  buyerId: string,
  { idempotencyKey, ...input }: AddToCart,
): Promise<string | Refusal> {
  const { variantId, quantity } = input;
  if (quantity < 1) return refuse('BAD_INPUT', { reason: 'at least 1' }).at('quantity');
  if (quantity > MOST_OF_ONE) return refuse('QUANTITY_LIMIT', { most: MOST_OF_ONE }).at('quantity');

  return rooms.transact(async (unit) => {
    const add = async () => {
      const cart = await takeCart(unit, rooms, buyerId);
      if (isRefusal(cart)) return cart;
      const variant = await unit.products.offered(variantId);
      if (!variant) return refuse('NOT_FOUND').at('variantId');
      const price = priceOf(variant);
      const line = lineOfVariant(cart, variantId);
      if (line) {
        if (line.quantity + quantity > MOST_OF_ONE)
          return refuse('QUANTITY_LIMIT', { most: MOST_OF_ONE }).at('quantity');
        await unit.carts.setLine(line.id, line.quantity + quantity, price.amountMinor);
        return cart.id;
      }
      if (cart.lines.length >= MOST_LINES) return refuse('TOO_MANY', { most: MOST_LINES });
      if (!takesCurrency(cart, price.currency))
        return refuse('CURRENCY_MISMATCH', { currency: cart.lines[0]?.currency ?? '' }).at('variantId');
      const id = rooms.mintId('CartLine');
      await unit.carts.addLine({ id, cartId: cart.id, itemId: variantId, quantity, price, claim: null });
      return cart.id;
    };
    if (idempotencyKey == null) return add();
    return unit.once({ actor: buyerId, operation: 'addToCart', key: idempotencyKey, input }, add);
  });
}
