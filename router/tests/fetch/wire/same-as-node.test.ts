// Whatever our reader takes for a response, Node's own parser (llhttp) takes for the same one: the two never disagree about
// where an answer ends or what it says. Ours may be the stricter one.
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ResponseReader } from '../../../src/fetch/wire/response-reader.js';

let server: Server;
let bytes: Buffer;
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

interface Read {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** What Node makes of the bytes, after which the connection ends; null when it refuses them. */
async function readByNode(): Promise<Read | null> {
  const { port } = server.address() as AddressInfo;
  const asking = request({ port, host: '127.0.0.1', method: 'POST', agent: false });
  asking.on('error', () => {});
  asking.end();
  try {
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    if (!response.complete) return null;
    const contentType = response.headers['content-type'] ?? '';
    return { status: response.statusCode ?? 0, contentType, text: Buffer.concat(parts).toString() };
  } catch {
    return null;
  } finally {
    asking.destroy();
  }
}

/** What we make of them, and how many bytes that took; null when we refuse them. */
function readByUs(text: Buffer): (Read & { readonly taken: number }) | null {
  const reader = new ResponseReader(1_000);
  try {
    for (let at = 0; at < text.length; at += 1) {
      const received = reader.read(text.subarray(at, at + 1), 1);
      if (received) return { ...seen(received.answer), taken: at + 1 };
    }
    return { ...seen(reader.finish().answer), taken: text.length };
  } catch {
    return null;
  }
}

const seen = ({ status, contentType, text }: Read): Read => ({ status, contentType, text });

const space = fc.constantFrom('', ' ', '  ', '\t');
const oddly = <T>(usual: fc.Arbitrary<T>, ...odd: fc.Arbitrary<T>[]) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.oneof(...odd) });
const statusLine = oddly(
  fc.constantFrom(
    'HTTP/1.1 200 OK',
    'HTTP/1.1 404 Not Found',
    'HTTP/1.1 503 ',
    'HTTP/1.0 200 OK',
    'HTTP/1.1 204 No Content',
    'HTTP/1.1 304 x',
  ),
  fc.constantFrom(
    'HTTP/1.1  200 OK',
    'HTTP/1.1 200',
    'HTTP/2.0 200 OK',
    'http/1.1 200 OK',
    'HTTP/1.1 2000 OK',
    'HTTP/1.1 099 x',
    ' HTTP/1.1 200 OK',
  ),
);
const length = oddly(
  fc.nat(12).map(String),
  fc.constantFrom('', '+3', '-1', '3, 3', '0x3', '3 3', '03', '99999999999999999999', ' 3 '),
);
const name = oddly(
  fc.constantFrom(
    'Content-Length',
    'content-length',
    'Transfer-Encoding',
    'Content-Type',
    'Connection',
    'Keep-Alive',
    'X-Other',
  ),
  fc.constantFrom('', 'X Y', 'Content-Length ', ' Content-Length', 'Content_Length', 'X\u00e9', 'Content-Length\0'),
);
const field = fc
  .record({
    name,
    space,
    length,
    other: fc.constantFrom(
      'chunked',
      'CHUNKED',
      'gzip',
      'chunked, gzip',
      'close',
      'keep-alive',
      'timeout=5',
      'application/json',
      'a\nb',
      'a\rb',
      'a\0b',
      '\u00e9',
    ),
  })
  .chain(({ name, space, length, other }) =>
    fc.constantFrom(/length/i.test(name) ? length : other).map((value) => `${name}:${space}${value}`),
  );
const lineEnd = oddly(fc.constant('\r\n'), fc.constantFrom('\n', '\r', '\r\r\n', '\n\n'));
// What may stand behind the size, and what may not.
const extended = fc
  .array(fc.constantFrom(' ', '\t', ';', 'x', '=', '"a b"', '"', '\u00e9', ',', '\\', '0', '/'), { maxLength: 6 })
  .map((parts) => `1${parts.join('')}\r\na\r\n`);
const chunk = oddly(
  fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => `${Buffer.byteLength(text, 'latin1').toString(16)}\r\n${text}\r\n`),
  fc.constantFrom(
    '0\r\nX: 1\r\n\r\n',
    '5\r\nab\r\n',
    '-1\r\n',
    '1 \r\na\r\n',
    '1;x\r\na\r\n',
    '1;\nx\r\na\r\n',
    'g\r\n',
    '\r\n',
    '1\r\nab\r\n',
    '00001\r\na\r\n',
  ),
  extended,
);
const body = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.array(chunk, { maxLength: 4 }).map((chunks) => `${chunks.join('')}0\r\n\r\n`),
);
const interim = oddly(
  fc.constant(''),
  fc.constantFrom('HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 x\r\nA: b\r\n\r\n'),
);
const response = fc
  .record({ interim, statusLine, fields: fc.array(field, { maxLength: 4 }), lineEnd, body })
  .map(
    ({ interim, statusLine, fields, lineEnd, body }) =>
      `${interim}${[statusLine, ...fields].join(lineEnd)}${lineEnd}${lineEnd}${body}`,
  );

it('never reads what Node refuses, nor otherwise than Node', async () => {
  let accepted = 0;
  const check = fc.asyncProperty(response, async (text) => {
    const ours = readByUs(Buffer.from(text, 'latin1'));
    if (!ours) return;
    accepted += 1;
    // What comes after it is nobody's answer: Node would call it an error, and we use the connection no more.
    bytes = Buffer.from(text, 'latin1').subarray(0, ours.taken);
    expect(await readByNode()).toEqual(seen(ours));
  });
  await fc.assert(check, { numRuns: Number(process.env['WIRE_CASES'] ?? 3_000) });
  // Else it has shown nothing.
  expect(accepted).toBeGreaterThan(300);
}, 600_000);
