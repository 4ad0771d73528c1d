// Durations, folding, the window around an anchor, and the key of a pair.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { fold, patternOf } from '@mosaic/kernel/values/fold';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDuration } from '../../src/domain/duration.js';
import { pairKeyOf } from '../../src/domain/room.js';
import { windowAround } from '../../src/domain/window-around.js';

test.each([
  ['P7D', 604_800_000],
  ['P1W', 604_800_000],
  ['PT12H', 43_200_000],
  ['P1DT1H1M1S', 90_061_000],
  ['P3660D', 316_224_000_000],
])('%s is %i ms', (text, length) => expect(readDuration(text)).toBe(length));

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'P1M',
  'P1Y',
  'PT0S',
  'P0D',
  'P3661D',
  'P1.5D',
  '-P1D',
  'p1d',
  'P99999999999999999D',
])('%j is no window', (text) => expect(isRefusal(readDuration(text))).toBe(true));

test('folding forgets case and accents, in both scripts of a letter', () => {
  expect([fold('Élodie'), fold('E\u0301LODIE'), fold('ﬁn')]).toEqual(['elodie', 'elodie', 'fin']);
});

test('a pattern finds its own text and nothing by its characters', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(new RegExp(patternOf(text)).test(fold(`x${text}y`))).toBe(true);
    }),
  );
  expect(new RegExp(patternOf('.*')).test('anything')).toBe(false);
  expect(new RegExp(patternOf('(a+)+$')).test('aaaa')).toBe(false);
});

test('a pair has one key, whoever asks', () => {
  expect(pairKeyOf('b', 'a')).toBe('a b');
  expect(pairKeyOf('a', 'b')).toBe('a b');
});

test('a window holds the anchor, as many rows as there are up to its size, and knows what lies beyond', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 30 }), (before, behind, size) => {
      const all = Array.from({ length: before + 1 + behind }, (_, at) => at);
      const older = all.slice(0, before + 1).slice(-(size + 1));
      const newer = all.slice(before + 1).slice(0, size + 1);
      const { rows, hasPrevious, hasNext } = windowAround(older, newer, size);
      expect(rows).toContain(before);
      expect(rows).toHaveLength(Math.min(size, all.length));
      expect(rows).toEqual(all.slice(rows[0], rows[0]! + rows.length));
      expect(hasPrevious).toBe(rows[0]! > 0);
      expect(hasNext).toBe(rows.at(-1)! < all.length - 1);
    }),
  );
});
