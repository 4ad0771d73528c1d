// What a cart and its lines answer beside what they hold.
import { isIdOf } from '@mosaic/kernel/values/ids';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Purchasable } from '@mosaic/schema/types/purchasable';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cart, CartLine, isBuyable, lineTotal, totalOf } from '../domain/cart.js';
import type { CommerceContext } from './context.js';
import { findItem } from './find-item.js';

@Resolver(() => Cart)
export class CartFields {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What a checkout would ask for now: the sum of all lines that can be bought; null without any.',
  })
  total(@Root() { lines }: Cart, @Ctx() { rooms }: CommerceContext): MoneyType | null {
    const now = rooms.clock.now();
    const total = totalOf(lines.filter((line) => isBuyable(line, now)));
    return total && showMoney(total);
  }
}

@Resolver(() => CartLine)
export class CartLineFields {
  @FieldResolver(() => Purchasable, { nullable: true, description: 'What it is.' })
  item(@Root() { itemId }: CartLine, @Ctx() { load }: CommerceContext): Promise<object | null> {
    return findItem(itemId, load);
  }

  @FieldResolver(() => MoneyType, { description: 'What one costs now.' })
  unitPrice(@Root() { priceMinor, currency }: CartLine): MoneyType {
    return showMoney({ amountMinor: priceMinor, currency });
  }

  @FieldResolver(() => MoneyType, { description: 'What all of it costs now.' })
  lineTotal(@Root() line: CartLine): MoneyType {
    return showMoney(lineTotal(line));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether one costs something else than when the buyer last changed this line.',
  })
  isPriceChanged(@Root() { itemId, priceMinor, seenPriceMinor }: CartLine): boolean {
    return isIdOf('ProductVariant', itemId) && priceMinor !== seenPriceMinor;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a checkout takes it: still in the shop, or still held for the buyer.',
  })
  isBuyable(@Root() line: CartLine, @Ctx() { rooms }: CommerceContext): boolean {
    return isBuyable(line, rooms.clock.now());
  }
}
