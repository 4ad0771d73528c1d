// Money: parts sum to the whole, currencies keep their own number of decimals, and nothing is ever rounded silently.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { currencyExponent, decimalOf, money, splitMoney } from '../values/money.js';

it('splits so that the parts sum to the whole and no part is off by a unit or more', () => {
  const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  const weights = fc
    .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));
  fc.assert(
    fc.property(amounts, weights, (amount, list) => {
      const parts = splitMoney(money(amount, 'EUR'), list).map(({ amountMinor }) => amountMinor);
      const total = list.reduce((sum, weight) => sum + weight, 0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      parts.forEach((part, at) => {
        const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(list[at]!);
        expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
      });
    }),
  );
});

it.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [5, [3, 7], [2, 3]],
  [1, [0, 1, 1], [0, 1, 0]],
  [0, [1, 2], [0, 0]],
])('splits %i by %j into %j', (amount, weights, parts) => {
  expect(splitMoney(money(amount, 'EUR'), weights).map(({ amountMinor }) => amountMinor)).toEqual(parts);
});

it.each([[[]], [[0, 0]], [[2, -1]], [[0.5]]])('refuses to split by %j', (weights) => {
  expect(() => splitMoney(money(10, 'EUR'), weights)).toThrow(RangeError);
});

it.each([
  ['EUR', 2, 1230, '12.30'],
  ['EUR', 2, -5, '-0.05'],
  ['JPY', 0, 1230, '1230'],
  ['JPY', 0, -7, '-7'],
  ['KWD', 3, 1230, '1.230'],
  ['KWD', 3, 1, '0.001'],
  ['USD', 2, 0, '0.00'],
])('%s has %i decimals: %i is %s', (currency, exponent, amount, text) => {
  expect(currencyExponent(currency)).toBe(exponent);
  expect(decimalOf(money(amount, currency))).toBe(text);
});

it.each([[0.1], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53]])('%d is no amount', (amount) => {
  expect(() => money(amount, 'EUR')).toThrow(RangeError);
});

it.each(['eur', 'EURO', '', '€'])('%j is no currency', (currency) => {
  expect(() => money(1, currency)).toThrow(RangeError);
});

it('cannot be changed', () => {
  expect(Object.isFrozen(money(1, 'EUR'))).toBe(true);
});
