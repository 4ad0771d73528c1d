// Responses are read alike however their bytes are cut, and what could be read in two ways is not read.
import { expect, it } from 'vitest';
import { TooLarge } from '../../../src/fetch/wire/raw-answer.js';
import { BadResponse } from '../../../src/fetch/wire/read-head.js';
import { type Received, ResponseReader } from '../../../src/fetch/wire/response-reader.js';

const LARGEST = 64;

interface Read {
  readonly status: number;
  readonly text: string;
  readonly keepMs: number;
}

/** Reads a response that comes in these parts, each of which lands where the one before was. */
function read(parts: readonly string[], hangsUp = false): Read {
  const reader = new ResponseReader(LARGEST);
  const landing = Buffer.alloc(64 * 1024);
  for (const [at, part] of parts.entries()) {
    landing.fill('?');
    const received = reader.read(landing, landing.write(part, 'latin1'));
    if (received && at < parts.length - 1) throw new Error('it was over before its end');
    if (received) return seen(received);
  }
  if (!hangsUp) throw new Error('it is not over');
  return seen(reader.finish());
}

const seen = ({ answer: { status, text }, keepMs }: Received): Read => ({ status, text, keepMs });

/** Whole, in two parts cut at every place, and byte by byte. */
const waysToCut = (text: string): string[][] => [
  [text],
  ...Array.from({ length: text.length - 1 }, (_, at) => [text.slice(0, at + 1), text.slice(at + 1)]),
  [...text],
];

const OK = 'HTTP/1.1 200 OK\r\n';

it.each<[string, string, Read]>([
  ['a length', `${OK}Content-Length: 5\r\n\r\nhello`, { status: 200, text: 'hello', keepMs: 4_000 }],
  ['a length of nothing', `${OK}content-length:0\r\n\r\n`, { status: 200, text: '', keepMs: 4_000 }],
  ['no reason', 'HTTP/1.1 503\r\nContent-Length: 2\r\n\r\nno', { status: 503, text: 'no', keepMs: 4_000 }],
  [
    'letters of two bytes',
    `${OK}Content-Length: 5\r\n\r\nZo\u00c3\u00aby`,
    { status: 200, text: 'Zoëy', keepMs: 4_000 },
  ],
  [
    'chunks',
    `${OK}Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA;x="y"\r\n0123456789\r\n0\r\n\r\n`,
    { status: 200, text: 'abc0123456789', keepMs: 4_000 },
  ],
  [
    'trailers',
    `${OK}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nSum: 1\r\n\r\n`,
    { status: 200, text: 'a', keepMs: 4_000 },
  ],
  [
    'interim responses',
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${OK}Content-Length: 1\r\n\r\na`,
    { status: 200, text: 'a', keepMs: 4_000 },
  ],
  ['204, which has no body', 'HTTP/1.1 204 No Content\r\n\r\n', { status: 204, text: '', keepMs: 4_000 }],
  [
    '304, whose length is that of another',
    'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n',
    { status: 304, text: '', keepMs: 4_000 },
  ],
  ['close', `${OK}Connection: x, Close\r\nContent-Length: 1\r\n\r\na`, { status: 200, text: 'a', keepMs: 0 }],
  ['HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na', { status: 200, text: 'a', keepMs: 0 }],
  [
    'a shorter keeping',
    `${OK}Keep-Alive: timeout=3, max=9\r\nContent-Length: 1\r\n\r\na`,
    { status: 200, text: 'a', keepMs: 2_000 },
  ],
  [
    'a keeping too short',
    `${OK}Keep-Alive: timeout=1\r\nContent-Length: 1\r\n\r\na`,
    { status: 200, text: 'a', keepMs: 0 },
  ],
  [
    'a longer keeping',
    `${OK}Keep-Alive: timeout=60\r\nContent-Length: 1\r\n\r\na`,
    { status: 200, text: 'a', keepMs: 4_000 },
  ],
  [
    'as much as there may be',
    `${OK}Content-Length: ${LARGEST}\r\n\r\n${'x'.repeat(LARGEST)}`,
    { status: 200, text: 'x'.repeat(LARGEST), keepMs: 4_000 },
  ],
])('reads %s', (_, text, expected) => {
  for (const parts of waysToCut(text)) expect(read(parts)).toEqual(expected);
});

it('reads what ends with its connection', () => {
  const text = `${OK}Content-Type: application/json\r\n\r\n{"a":1}`;
  for (const parts of waysToCut(text)) expect(read(parts, true)).toEqual({ status: 200, text: '{"a":1}', keepMs: 0 });
});

it('does not use a connection again on which more came than was asked for', () => {
  expect(read([`${OK}Content-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\n`])).toEqual({ status: 200, text: 'a', keepMs: 0 });
  const chunks = `${OK}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`;
  expect(read([`${chunks}x`])).toEqual({ status: 200, text: 'a', keepMs: 0 });
});

it('reads one response after another', () => {
  const reader = new ResponseReader(LARGEST);
  for (const text of ['first', 'second']) {
    const bytes = Buffer.from(`${OK}Content-Length: ${text.length}\r\n\r\n${text}`);
    expect(reader.read(bytes, bytes.length)?.answer.text).toBe(text);
  }
});

const long = 'x'.repeat(20_000);
it.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9\r\n\r\n'],
  ['HTTP/2', 'HTTP/2 200 OK\r\n\r\n'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['a status of nothing', 'HTTP/1.1 000 OK\r\n\r\n'],
  ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n'],
  ['a length and chunks', `${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`],
  ['two lengths', `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`],
  ['a length said twice', `${OK}Content-Length: 1\r\nContent-Length: 1\r\n\r\n`],
  ['a list of lengths', `${OK}Content-Length: 1, 1\r\n\r\n`],
  ['a length below nothing', `${OK}Content-Length: -1\r\n\r\n`],
  ['a length with a sign', `${OK}Content-Length: +1\r\n\r\n`],
  ['a length in hexadecimal', `${OK}Content-Length: 0x1\r\n\r\n`],
  ['no length where one should be', `${OK}Content-Length:\r\n\r\n`],
  ['two codings', `${OK}Transfer-Encoding: gzip, chunked\r\n\r\n`],
  ['a coding said twice', `${OK}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n`],
  ['another coding', `${OK}Transfer-Encoding: identity\r\n\r\n`],
  ['a space before the colon', `${OK}Content-Length : 1\r\n\r\n`],
  ['a header without a name', `${OK}: 1\r\n\r\n`],
  ['a header without a colon', `${OK}Content-Length\r\n\r\n`],
  ['a folded header', `${OK}X: 1\r\n 2\r\n\r\n`],
  ['a line feed alone', `${OK}X: 1\nContent-Length: 1\r\n\r\n`],
  ['a carriage return alone', `${OK}X: 1\rContent-Length: 1\r\n\r\n`],
  ['a null in a header', `${OK}X: a\0b\r\n\r\n`],
  ['a head without an end', `${OK}X: ${long}`],
  ['a head that is too long', `${OK}X: ${long}\r\n\r\n`],
  ['interim responses without an end', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(900)],
  ['a chunk of no size', `${OK}Transfer-Encoding: chunked\r\n\r\n\r\n`],
  ['a chunk whose size is no number', `${OK}Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n`],
  ['a chunk of a size with a sign', `${OK}Transfer-Encoding: chunked\r\n\r\n+1\r\na\r\n`],
  ['a chunk size with a space behind it', `${OK}Transfer-Encoding: chunked\r\n\r\n1 \r\na\r\n`],
  ['a chunk extension without a name', `${OK}Transfer-Encoding: chunked\r\n\r\n1;\r\na\r\n`],
  ['a chunk of an impossible size', `${OK}Transfer-Encoding: chunked\r\n\r\n1${'0'.repeat(16)}\r\na\r\n`],
  ['a chunk longer than it says', `${OK}Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n`],
  ['a chunk line that ends with a line feed alone', `${OK}Transfer-Encoding: chunked\r\n\r\n1\na\r\n`],
  ['an endless chunk line', `${OK}Transfer-Encoding: chunked\r\n\r\n1;${long}`],
  ['endless trailers', `${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n${'X: 1\r\n'.repeat(2_000)}`],
])('refuses %s', (_, text) => {
  expect(() => read([text])).toThrow(BadResponse);
  expect(() => read([...text])).toThrow(BadResponse);
});

it.each([
  ['says it', `${OK}Content-Length: ${LARGEST + 1}\r\n\r\n`],
  ['comes in chunks', `${OK}Transfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(LARGEST + 1)}`],
  ['comes until the end', `${OK}\r\n${'x'.repeat(LARGEST + 1)}`],
])('refuses what is too large and %s', (_, text) => {
  expect(() => read([text])).toThrow(TooLarge);
  expect(() => read([...text])).toThrow(TooLarge);
});

it.each([
  ['before the head', ''],
  ['in the head', `${OK}Content-`],
  ['in a body with a length', `${OK}Content-Length: 2\r\n\r\na`],
  ['between chunks', `${OK}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n`],
  ['before the last line of the chunks', `${OK}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n`],
  ['after an interim response', 'HTTP/1.1 100 Continue\r\n\r\n'],
])('takes nothing for whole that hung up %s', (_, text) => {
  expect(() => read([text], true)).toThrow('hung up');
});
