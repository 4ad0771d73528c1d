// The rules of a cart.
import { expect, test } from 'vitest';
import { Cart, CartLine, isBuyable, takesCurrency, totalOf } from '../../src/domain/cart.js';

const line = (more: Partial<CartLine> = {}): CartLine =>
  Object.assign(new CartLine(), {
    quantity: 1,
    priceMinor: 100,
    currency: 'EUR',
    heldUntil: null,
    isArchived: false,
    ...more,
  });
const now = new Date('2026-11-21T09:00:00.000Z');

test('a total is the sum of quantities by prices, in whole minor units; nothing has no currency', () => {
  expect(totalOf([line({ quantity: 99, priceMinor: 1_000_000_000 }), line()])).toEqual({
    amountMinor: 99_000_000_100,
    currency: 'EUR',
  });
  expect(totalOf([])).toBeNull();
});

test('a hold is over at its moment, not after it', () => {
  expect(isBuyable(line(), now)).toBe(true);
  expect(isBuyable(line({ isArchived: true }), now)).toBe(false);
  expect(isBuyable(line({ heldUntil: new Date(now.getTime() + 1) }), now)).toBe(true);
  expect(isBuyable(line({ heldUntil: now }), now)).toBe(false);
});

test('the first line decides the currency', () => {
  const cart = Object.assign(new Cart(), { lines: [] as CartLine[] });
  expect(takesCurrency(cart, 'JPY')).toBe(true);
  cart.lines.push(line());
  expect(takesCurrency(cart, 'JPY')).toBe(false);
  expect(takesCurrency(cart, 'EUR')).toBe(true);
});
