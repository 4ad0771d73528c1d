import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNewPassword } from '../../src/domain/password.js';

const codeFor = (text: string) => {
  const read = readNewPassword(text, 'password');
  return isRefusal(read) ? `${read.code} ${read.path.join()}` : 'accepted';
};

test('72 bytes are the most, 8 characters the least', () => {
  expect(codeFor('a'.repeat(72))).toBe('accepted');
  expect(codeFor('a'.repeat(73))).toBe('PASSWORD_TOO_LONG password');
  expect(codeFor('a'.repeat(1_000_000))).toBe('PASSWORD_TOO_LONG password');
  expect(codeFor('a'.repeat(8))).toBe('accepted');
  expect(codeFor('a'.repeat(7))).toBe('PASSWORD_TOO_SHORT password');
});

test('bytes are counted after NFC: 36 composed letters fit, 37 do not, however they are typed', () => {
  expect(codeFor('e\u0301'.repeat(36))).toBe('accepted');
  expect(codeFor('é'.repeat(37))).toBe('PASSWORD_TOO_LONG password');
  expect(codeFor('e\u0301'.repeat(37))).toBe('PASSWORD_TOO_LONG password');
});

test('characters are code points: eight emoji are enough, four are not', () => {
  expect(codeFor('😀'.repeat(8))).toBe('accepted');
  expect(codeFor('😀'.repeat(4))).toBe('PASSWORD_TOO_SHORT password');
});

test('composed and decomposed forms are one password', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 12 }), (text) => {
      expect(readNewPassword(text.normalize('NFD'), 'p')).toEqual(readNewPassword(text.normalize('NFC'), 'p'));
    }),
  );
});
