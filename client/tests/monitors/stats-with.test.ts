import { expect, test } from 'vitest';
import { statsWith } from '@/pages/monitors/stats-with';

test('the first reading is all there is', () => {
  expect(statsWith({ count: 0, min: null, max: null, avg: null }, 7)).toEqual({ count: 1, min: 7, max: 7, avg: 7 });
});

test('one more reading moves the mean, and a bound when it is beyond it', () => {
  const stats = { count: 3, min: 60, max: 70, avg: 65 };
  expect(statsWith(stats, 61)).toEqual({ count: 4, min: 60, max: 70, avg: 64 });
  expect(statsWith(stats, 85)).toEqual({ count: 4, min: 60, max: 85, avg: 70 });
  expect(statsWith(stats, -5)).toEqual({ count: 4, min: -5, max: 70, avg: 47.5 });
});
