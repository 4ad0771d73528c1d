import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanLines, foldText, lengthOf } from '../../src/domain/clean-text.js';

const hostile = fc.string({ unit: 'binary', maxLength: 80 });
const CONTROL = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u;

test('a line holds no control, direction or surrogate character, and is not changed by cleaning it again', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const line = cleanLine(text);
      expect(line).not.toMatch(CONTROL);
      expect(cleanLine(line)).toBe(line);
      expect(line).toBe(line.trim());
    }),
  );
});

test('letters that only an unsafe character kept apart are composed', () => {
  expect(cleanLine('e\u200b\u0301')).toBe('é');
});

test('several lines keep their breaks, at most two in a row', () => {
  expect(cleanLines('  a\r\nb\n\n\n\nc\u0000\u202e ')).toBe('a\nb\n\nc');
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = cleanLines(text);
      expect(lines.replaceAll('\n', '')).not.toMatch(CONTROL);
      expect(lines).not.toMatch(/\n{3}/);
    }),
  );
});

test('a direction override cannot turn a name around', () => {
  expect(cleanLine('Ada\u202enimda')).toBe('Adanimda');
  expect(cleanLine('\u2066admin\u2069')).toBe('admin');
});

test('folding forgets case and accents', () => {
  expect(foldText('  Élodie   D’Été ')).toBe('elodie d’ete');
  expect(foldText('E\u0301LODIE')).toBe(foldText('élodie'));
});

test('lengths are counted in code points', () => {
  expect(lengthOf('a😀b')).toBe(3);
});
