import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldEmail, readEmail } from '../../src/domain/email.js';

test('an address is trimmed and keeps its case', () => {
  expect(readEmail('  Ada.Lovelace+x@Example.org ')).toBe('Ada.Lovelace+x@Example.org');
});

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'a da@example.org',
  'ada@exam\u0000ple.org',
  'adä@example.org',
  'ada@ex\u0430mple.org',
  'ada@-example.org',
  'ada@example..org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
])('is no address: %j', (text) => {
  expect(readEmail(text)).toMatchObject({ code: 'BAD_INPUT', path: ['email'] });
});

test('every ordinary address is one, and folds to the same whatever its case', () => {
  fc.assert(
    fc.property(fc.emailAddress({ size: 'small' }), (email) => {
      const read = readEmail(email);
      fc.pre(!isRefusal(read) && typeof read === 'string');
      expect(read).toBe(email);
      expect(foldEmail(email.toUpperCase())).toBe(foldEmail(email));
    }),
  );
});
