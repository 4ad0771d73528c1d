// Makes an order of the viewer's cart and reserves its stock. Nothing is paid yet.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { type CartLine, isBuyable } from '../../domain/cart.js';
import { draftOrder, type OfferedLine } from '../../domain/draft-order.js';
import type { Order } from '../../domain/order.js';
import { stockLinesOf } from '../../domain/order-line.js';
import { refuse } from '../../domain/refusals.js';
import type { Rooms } from '../rooms.js';

export interface Checkout {
  /** What the buyer saw as the total: any other is refused. */
  readonly expectedTotal: Money;
  readonly idempotencyKey: string;
}

/**
 * The id of the order; the same one for the same key. Refuses CART_EMPTY, PRICE_CHANGED, CURRENCY_MISMATCH,
 * NOTHING_TO_PAY, INSUFFICIENT_STOCK (then nothing is reserved and the cart stays), IDEMPOTENCY_KEY_REUSED.
 */
export const checkout = (
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { expectedTotal, idempotencyKey }: Checkout,
): Promise<Id<'Order'> | Refusal> =>
  transact((unit) => {
    const { amountMinor, currency } = expectedTotal;
    const request = { actor: viewer.id, operation: 'checkout', key: idempotencyKey, input: { amountMinor, currency } };
    return unit.once<Id<'Order'>>(request, async () => {
      const cart = await unit.carts.take(viewer.id, mintId);
      const lines = cart.lines.filter((line) => isBuyable(line, unit.now));
      const buyerId: Order['buyerId'] = viewer.id;
      const draft = draftOrder(lines.map(offered), expectedTotal, { buyerId, now: unit.now, mintId });
      if (isRefusal(draft)) return draft;
      const [short] = await unit.stock.reserve(stockLinesOf(draft.lines));
      if (short) return refuse('INSUFFICIENT_STOCK', { available: short.available, itemId: short.variantId });
      await unit.orders.add(draft);
      await unit.carts.removeLines(lines.map(({ id }) => id));
      return draft.order.id;
    });
  });

const offered = ({ itemId, claimId, title, quantity, priceMinor, currency, heldUntil }: CartLine): OfferedLine => ({
  ...{ itemId, claimId, title, quantity, heldUntil },
  unitPrice: { amountMinor: priceMinor, currency },
});
