// Text people write: what is taken out, what is refused, what stays.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../refusal/refusal.js';
import { cleanText } from '../values/clean-text.js';

const BODY = { longest: 20, lines: 'many' } as const;
const clean = (text: string) => {
  const result = cleanText(text, BODY);
  return isRefusal(result) ? result.code : result;
};

test.each([
  ['  hello \n', 'hello'],
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['bell\u0007 and \u009bcsi', 'bell and csi'],
  ['abc\u202edef\u2066ghi', 'abcdefghi'],
  ['keeps \u200f\u200e marks', 'keeps \u200f\u200e marks'],
  ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
  ['e\u0301', 'é'],
  ['<script>', '<script>'],
  ['x'.repeat(20), 'x'.repeat(20)],
  ['😀'.repeat(20), '😀'.repeat(20)],
])('%j becomes %j', (given, kept) => expect(clean(given)).toBe(kept));

test.each(['', ' \t\n', '\u202e\u202c', 'a\0b', 'lone \ud800 half', 'x'.repeat(21), '😀'.repeat(10_000)])(
  '%j is refused',
  (given) => expect(clean(given)).toBe('BAD_INPUT'),
);

test('one line stays one line', () => {
  expect(cleanText('a\n b\t c', { longest: 20, lines: 'one' })).toBe('a b c');
});

test('whatever is kept is clean, within bounds, and clean again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const kept = cleanText(text, BODY);
      if (isRefusal(kept)) return;
      expect([...kept].length).toBeLessThanOrEqual(20);
      expect(kept).toMatch(/^[^\0\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u);
      expect(cleanText(kept, BODY)).toBe(kept);
    }),
  );
});
