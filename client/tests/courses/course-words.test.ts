// Lengths and places in time as they are written, and pictures that stay the same.
import { expect, test } from 'vitest';
import { courseWords, writeMinutes } from '@/pages/courses/course-words';
import { writeSeconds } from '@/pages/courses/seconds';
import { tilesOf } from '@/pages/courses/tiles';

test.each([
  [0, '0 min'],
  [59, '59 min'],
  [60, '1 h'],
  [135, '2 h 15 min'],
])('%i minutes', (minutes, expected) => {
  expect(writeMinutes(courseWords.en, minutes)).toBe(expected);
});

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [754, '12:34'],
  [3600, '1:00:00'],
  [3723, '1:02:03'],
])('second %d of a film', (seconds, expected) => {
  expect(writeSeconds(seconds)).toBe(expected);
});

test('a course has its own picture, always the same', () => {
  const picture = tilesOf('lift-without-fear', 8);
  expect(picture).toHaveLength(32);
  expect(tilesOf('lift-without-fear', 8)).toEqual(picture);
  expect(tilesOf('lift-with-fear', 8)).not.toEqual(picture);
  expect(picture.every(({ color }) => /^#[0-9a-f]{6}$/.test(color))).toBe(true);
});
