import { expect, test } from 'vitest';
import { sparklinePath } from '@/pages/monitors/sparkline-path';

test('the least value is at the bottom, the greatest at the top, the last at the right', () => {
  expect(sparklinePath([1, 3, 2], 100, 20)).toBe('M0 20 L50 0 L100 10');
});

test('equal values run through the middle', () => {
  expect(sparklinePath([5, 5], 100, 20)).toBe('M0 10 L100 10');
});

test('fewer than two values are no line', () => {
  expect(sparklinePath([], 100, 20)).toBe('');
  expect(sparklinePath([1], 100, 20)).toBe('');
});
