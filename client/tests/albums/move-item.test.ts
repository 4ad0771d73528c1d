import { expect, test } from 'vitest';
import { moveItem } from '@/pages/albums/move-item';

const pictures = ['a', 'b', 'c', 'd'];

test('an item moves to a later place, and to an earlier one', () => {
  expect(moveItem(pictures, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moveItem(pictures, 3, 2)).toEqual(['a', 'b', 'd', 'c']);
});

test('beyond the ends nothing moves', () => {
  expect(moveItem(pictures, 0, -1)).toBe(pictures);
  expect(moveItem(pictures, 3, 4)).toBe(pictures);
  expect(moveItem(pictures, 9, 0)).toBe(pictures);
});
