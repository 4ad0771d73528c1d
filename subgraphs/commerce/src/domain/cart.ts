// What a buyer means to buy. Variants are counted; what another subgraph sells is a claim, held for the buyer until a moment.
import type { Id } from '@mosaic/kernel/values/ids';
import { type Money, money } from '@mosaic/kernel/values/money';

export const MOST_OF_ONE = 99;
export const MOST_LINES = 100;

export class CartLine {
  id: Id<'CartLine'>;
  /** A Purchasable. */
  itemId: string;
  /** What the payment will confirm; null for a variant. */
  claimId: string | null;
  title: string;
  /** 1 to 99; a claim is always 1. */
  quantity: number;
  /** Of one, as it is now. */
  priceMinor: number;
  /** Of one, as the buyer saw it last when they changed this line. */
  seenPriceMinor: number;
  currency: string;
  /** Null for a variant. */
  heldUntil: Date | null;
  isArchived: boolean;
}

export class Cart {
  id: Id<'Cart'>;
  /** A User or a Guest. */
  buyerId: string;
  /** In the order in which they came. All in one currency. */
  lines: CartLine[];
}

/** Whether a checkout takes the line: still in the shop, or still held. */
export const isBuyable = ({ isArchived, heldUntil }: CartLine, now: Date): boolean =>
  !isArchived && (heldUntil === null || heldUntil > now);

export const lineTotal = ({ priceMinor, quantity, currency }: CartLine): Money =>
  money(priceMinor * quantity, currency);

/** What these lines cost together; null for none, because nothing has no currency. */
export function totalOf(lines: readonly CartLine[]): Money | null {
  const [first] = lines;
  return first
    ? money(
        lines.reduce((sum, line) => sum + lineTotal(line).amountMinor, 0),
        first.currency,
      )
    : null;
}

/** Whether something priced in `currency` may come in: the first line decides for all. */
export const takesCurrency = ({ lines: [first] }: Cart, currency: string): boolean =>
  first === undefined || first.currency === currency;

export const lineOfVariant = ({ lines }: Cart, variantId: string): CartLine | undefined =>
  lines.find(({ claimId, itemId }) => claimId === null && itemId === variantId);
