import { expect, test } from 'vitest';
import { beginOf, isWindow, pointsWithin } from '@/pages/monitors/windows';

const now = Date.parse('2026-11-21T12:00:00Z');
const readings = [
  { at: '2026-11-21T11:00:00Z', value: 3 },
  { at: '2026-11-20T12:00:00Z', value: 2 },
  { at: '2026-11-20T11:59:59Z', value: 1 },
];

test('a window ends now and begins its length before', () => {
  expect(new Date(beginOf('PT24H', now)).toISOString()).toBe('2026-11-20T12:00:00.000Z');
  expect(new Date(beginOf('P7D', now)).toISOString()).toBe('2026-11-14T12:00:00.000Z');
  expect(new Date(beginOf('P30D', now)).toISOString()).toBe('2026-10-22T12:00:00.000Z');
});

test('a line has what falls into the window, the oldest first', () => {
  expect(pointsWithin(readings, 'PT24H', now).map(({ value }) => value)).toEqual([2, 3]);
  expect(pointsWithin(readings, 'P7D', now).map(({ value }) => value)).toEqual([1, 2, 3]);
});

test('only what the pages offer is a window', () => {
  expect(isWindow('P7D')).toBe(true);
  expect(isWindow('P1Y')).toBe(false);
  expect(isWindow(undefined)).toBe(false);
});
