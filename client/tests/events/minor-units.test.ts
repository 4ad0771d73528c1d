import { expect, test } from 'vitest';
import { digitsOf, readDecimal, readMoney, writeDecimal } from '@/parts/minor-units';

test('a currency has 0, 2 or 3 decimals', () => {
  expect(['JPY', 'EUR', 'TND'].map(digitsOf)).toEqual([0, 2, 3]);
});

test.each([
  ['12.30', 'EUR', 1230],
  ['12,3', 'EUR', 1230],
  ['12', 'EUR', 1200],
  ['12,', 'EUR', 1200],
  ['0.07', 'EUR', 7],
  ['1 234,56', 'EUR', 123456],
  ['1 234,56', 'EUR', 123456],
  ['-4,50', 'EUR', -450],
  ['−4,50', 'EUR', -450],
  ['1230', 'JPY', 1230],
  ['1,234', 'TND', 1234],
  ['1.2', 'TND', 1200],
  // 1.1 * 100 and 4.35 * 100 are no whole numbers in floating point.
  ['1.1', 'EUR', 110],
  ['4.35', 'EUR', 435],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
])('%s in %s is %d minor units', (text, currency, amountMinor) => {
  expect(readMoney(text, currency)).toBe(amountMinor);
});

test.each([
  ['', 'EUR'],
  ['abc', 'EUR'],
  ['1.234', 'EUR'],
  ['1.5', 'JPY'],
  ['1,234.56', 'EUR'],
  ['.5', 'EUR'],
  ['1e3', 'EUR'],
  ['90071992547409.92', 'EUR'],
])('%s is no amount of %s', (text, currency) => {
  expect(readMoney(text, currency)).toBeNull();
});

test('minus nothing is nothing', () => {
  expect(Object.is(readDecimal('-0', 2), 0)).toBe(true);
});

test.each([
  [1230, 2, '.', '12.30'],
  [7, 2, ',', '0,07'],
  [-450, 2, '.', '-4.50'],
  [1230, 0, '.', '1230'],
  [1234, 3, '.', '1.234'],
] as const)('%d with %d digits is written with "%s" as %s', (count, digits, mark, text) => {
  expect(writeDecimal(count, digits, mark)).toBe(text);
  expect(readDecimal(text, digits)).toBe(count);
});
