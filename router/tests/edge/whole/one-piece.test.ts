// Head and body leave as the bytes that they are, whatever their size and their letters.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onePiece } from '../../../src/edge/whole/one-piece.js';

const HEAD = 'HTTP/1.1 200 OK\r\nx: \u00e9\r\n';

function sent(head: string, body: string | Uint8Array): Buffer {
  const { bytes, encoding } = onePiece(head, body);
  return typeof bytes === 'string' ? Buffer.from(bytes, encoding) : bytes;
}

function expected(head: string, body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body as string);
  return Buffer.concat([Buffer.from(`${head}Content-Length: ${bytes.length}\r\n\r\n`, 'latin1'), bytes]);
}

it.each([
  ['nothing', ''],
  ['a short text', '{"a":1}'],
  ['a short text with an accent', '{"a":"\u00e9"}'],
  ['a long text', 'a'.repeat(100_000)],
  ['a long text with an accent', `${'a'.repeat(50_000)}\u00e9${'a'.repeat(50_000)}`],
  ['a long text of three bytes each', '\u20ac'.repeat(100_000)],
  ['a long text of pairs', '\u{1f600}'.repeat(50_000)],
  ['a text that is larger than any desk', '\u20ac'.repeat(700_000)],
  ['bytes', new Uint8Array([0, 255, 13, 10])],
])('%s', (_, body) => expect(sent(HEAD, body).equals(expected(HEAD, body))).toBe(true));

it('any text, one after another, behind a head of any size', () => {
  const body = fc.string({ unit: 'grapheme', maxLength: 6_000, size: 'max' });
  const head = fc.nat(6_000).map((size) => `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(size)}\r\n`);
  fc.assert(fc.property(head, body, (begin, text) => sent(begin, text).equals(expected(begin, text))));
});

it('what was sent first stays as it is when more is sent', () => {
  const first = sent(HEAD, '\u00e9'.repeat(10_000));
  const before = Buffer.from(first);
  sent(HEAD, '\u00ea'.repeat(10_000));
  expect(first.equals(before)).toBe(true);
});
