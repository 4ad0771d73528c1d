// Small values: how scores are written, patterns, inline quoting, stream ids.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatId, makeId, parseId } from '../../redis/keyspace/stream-id.js';
import { formatFloat } from '../../redis/values/format-float.js';
import { compileGlob } from '../../redis/values/match-glob.js';
import { splitInline } from '../../redis/wire/split-inline.js';

test.each([
  [0, '0'],
  [3, '3'],
  [-1.5, '-1.5'],
  [0.1, '0.10000000000000001'],
  [1e16, '10000000000000000'],
  [1e17, '1e+17'],
  [1.7e308, '1.6999999999999999e+308'],
  [5e-324, '4.9406564584124654e-324'],
  [0.00001, '1.0000000000000001e-05'],
  [Number.POSITIVE_INFINITY, 'inf'],
  [Number.NEGATIVE_INFINITY, '-inf'],
])('%d is written as %s', (value, text) => {
  expect(formatFloat(value)).toBe(text);
});

test('a written score reads back as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(formatFloat(value))).toBe(value);
    }),
  );
});

test.each([
  ['*', '', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abbd', false],
  ['a?c', 'ac', false],
  ['[a-c]x', 'bx', true],
  ['[c-a]x', 'bx', true],
  ['[^a-c]x', 'bx', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['[\\]]', ']', true],
  ['a[', 'a', false],
  ['**a**', 'bab', true],
])('pattern %s and text %s: %s', (pattern, text, expected) => {
  expect(compileGlob(pattern)(text)).toBe(expected);
});

test('a pattern made to explode ends within its budget', () => {
  const matches = compileGlob(`${'*a'.repeat(200)}b`);
  const started = performance.now();
  expect(matches('a'.repeat(5_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test.each([
  ['a  b', ['a', 'b']],
  [' "a b" \'c d\' ', ['a b', 'c d']],
  ['"\\x41\\n"', ['A\n']],
  ['""', ['']],
  ['"a', undefined],
  ['"a"b', undefined],
])('the inline line %s splits into %j', (line, words) => {
  expect(splitInline(line)).toEqual(words);
});

test('stream ids are written, read and ordered as pairs of 64-bit numbers', () => {
  const part = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(part, part, part, part, (ms, seq, otherMs, otherSeq) => {
      const [id, other] = [makeId(ms, seq), makeId(otherMs, otherSeq)];
      expect(parseId(formatId(id), 0n)).toBe(id);
      expect(id < other).toBe(ms < otherMs || (ms === otherMs && seq < otherSeq));
    }),
  );
});
