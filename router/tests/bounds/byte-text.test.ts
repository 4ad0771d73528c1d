// Text spelled as bytes is that text again when it is sent, whatever its letters; a narrow one is the same text.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, byteText, narrow, readByteText } from '../../src/bounds/byte-text.js';
import { isBare, quoted } from '../../src/bounds/quoted.js';

const letters = fc.constantFrom(
  'a',
  '"',
  '\\',
  '\n',
  '\u00e9',
  '\u20ac',
  '\u{1f600}',
  '\u0000',
  '\u007f',
  '\ud800',
  '\udc00',
);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters, maxLength: 40 }));

it('has the bytes of its UTF-8', () => {
  fc.assert(
    fc.property(text, fc.nat(3), (part, zeros) => {
      const whole = part.repeat(10 ** zeros); // beyond what is spelled on the desk, too
      return (
        bytesOf(byteText(whole)).equals(Buffer.from(whole)) &&
        readByteText(byteText(whole)) === Buffer.from(whole).toString()
      );
    }),
  );
});

it('can be joined to what is ASCII, and is that itself when it is', () => {
  expect(byteText('{"a":1}')).toBe('{"a":1}');
  expect(readByteText(`["${byteText('\u00e9')}"]` as never)).toBe('["\u00e9"]');
});

it('is narrow without another letter', () => {
  const wide = `name ${'\u20ac'}`.slice(0, 4);
  expect([narrow(wide), narrow('\u00e9')]).toEqual(['name', byteText('\u00e9')]);
});

it('a string is quoted as JSON.stringify does it', () => {
  const long = fc.string({ unit: letters, minLength: 500, maxLength: 530, size: 'max' });
  fc.assert(
    fc.property(fc.oneof(text, long), (value) => {
      const json = JSON.stringify(value);
      return quoted(value) === json && (!isBare(value) || `"${value}"` === json);
    }),
  );
});
