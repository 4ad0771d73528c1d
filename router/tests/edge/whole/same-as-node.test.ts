// Whatever we take for a request that came whole, Node's own parser (llhttp) takes for the same one, and for nothing but
// that one: the two never disagree about where a request ends or what it says. Ours may be the stricter one.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWhole } from '../../../src/edge/whole/whole-request.js';

interface Read {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let requests: Read[] = [];
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method, url, headers } = request;
  requests.push({ method, url, headers: { ...headers }, body: Buffer.concat(parts).toString('latin1') });
  response.end();
});
server.on('checkContinue', (_, response) => response.end());

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What Node makes of the bytes, once it has answered all that it takes for requests: nothing comes after them. */
async function readByNode(bytes: Buffer): Promise<Read[]> {
  requests = [];
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'data');
  // Its answers come in order, so that this one comes last; where the connection is closed instead, there are no more.
  socket.write('GET /last HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  return requests.filter(({ url }) => url !== '/last');
}

const oddly = <T>(usual: fc.Arbitrary<T>, ...odd: fc.Arbitrary<T>[]) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: fc.oneof(...odd) });
const requestLine = oddly(
  fc.constantFrom('POST /graphql HTTP/1.1', 'POST /x?y=1 HTTP/1.1', 'POST /a\'b"c HTTP/1.1'),
  fc.constantFrom(
    ...['GET /graphql HTTP/1.1', 'POST  /graphql HTTP/1.1', 'POST /graphql HTTP/1.0', 'post /graphql HTTP/1.1'],
    ...['POST /graphql  HTTP/1.1', 'POST /graphql HTTP/1.1 ', 'POST /gra phql HTTP/1.1', 'POST /\u00e9 HTTP/1.1'],
    ...['POST http://x/graphql HTTP/1.1', '\r\nPOST /graphql HTTP/1.1', 'POST /a#b HTTP/1.1', 'POST * HTTP/1.1'],
  ),
);
const name = oddly(
  fc.constantFrom('Accept', 'Connection', 'X-Other', 'authorization', 'Cookie', 'content-type', 'Keep-Alive'),
  fc.constantFrom('Transfer-Encoding', 'Expect', 'Upgrade', 'TE', 'Trailer', 'Host', 'Content-Length', '__proto__'),
  fc.constantFrom('', 'X Y', 'X-Other ', ' X-Other', 'X_Other', 'X\u00e9', 'X\0', 'constructor', 'HTTP2-Settings'),
);
const value = oddly(
  fc.constantFrom('*/*', 'keep-alive', 'Keep-Alive', 'application/json', 'a=b; c=d', 'Bearer x.y', '\u00e9'),
  fc.constantFrom('chunked', 'close', 'upgrade', '100-continue', 'websocket', 'text/event-stream', '', '5'),
  fc.constantFrom('a\nb', 'a\rb', 'a\0b', 'a\r\n b', '\x7f', '\x01', 'a \u00a0'),
);
const space = fc.constantFrom('', ' ', '  ', '\t');
const field = fc
  .record({ name, before: space, value, after: space })
  .map((each) => `${each.name}:${each.before}${each.value}${each.after}`);
const lineBreak = oddly(fc.constant('\r\n'), fc.constantFrom('\n', '\r', '\r\n\r\n'));
const request = fc
  .record({
    requestLine,
    host: oddly(fc.constantFrom('Host: x'), fc.constantFrom('x: y')),
    fields: fc.array(field, { maxLength: 4 }),
    lineBreak,
    body: fc.constantFrom('', '{}', '{"query":"{ a }"}', '\u00e9\0\r\n\r\nGET / HTTP/1.1'),
    length: oddly(
      fc.constant((size: number) => `Content-Length: ${size}`),
      fc.constant((size: number) => `content-length: ${size + 1}`),
      fc.constant((size: number) => `content-length: ${Math.max(0, size - 1)}`),
      fc.constant((size: number) => `content-length: 0${size}`),
      fc.constant((size: number) => `content-length: +${size}`),
      fc.constant((size: number) => `content-length: ${size}, ${size}`),
      fc.constant(() => 'x: y'),
    ),
    more: oddly(fc.constant(''), fc.constantFrom('\r\n', 'x', 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')),
  })
  .map(({ requestLine: line, host, fields, lineBreak: between, body, length, more }) => {
    const head = [line, host, length(body.length), ...fields].join(between);
    return Buffer.from(`${head}\r\n\r\n${body}${more}`, 'latin1');
  });

const CASES = Number(process.env['WIRE_CASES'] ?? 1_500);

it(`takes a request only as Node takes it: ${CASES} generated ones, well-formed and not`, async () => {
  let taken = 0;
  const oneByOne = fc.asyncProperty(request, async (bytes) => {
    const ours = readWhole(bytes);
    if (!ours) return;
    taken += 1;
    const { method, url, headers, body } = ours;
    expect(await readByNode(bytes)).toEqual([{ method, url, headers, body: body.toString('latin1') }]);
  });
  await fc.assert(oneByOne, { numRuns: CASES });
  expect(taken).toBeGreaterThan(CASES / 10);
}, 120_000);

const plain = (line: string, ...fields: string[]) =>
  Buffer.from(`${[line, 'host: x', ...fields].join('\r\n')}\r\n\r\n{}`, 'latin1');
const POST = 'POST /graphql HTTP/1.1';
const LENGTH = 'content-length: 2';

it('takes what browsers and clients send', () => {
  const fields = [
    'connection: keep-alive',
    'accept: application/graphql-response+json, */*;q=0.5',
    'Cookie: a=b; c=d ',
  ];
  const read = readWhole(plain(POST, LENGTH, ...fields));
  expect(read?.headers).toEqual({
    host: 'x',
    'content-length': '2',
    connection: 'keep-alive',
    accept: 'application/graphql-response+json, */*;q=0.5',
    cookie: 'a=b; c=d',
  });
  expect([read?.method, read?.url, read?.body.toString()]).toEqual(['POST', '/graphql', '{}']);
});

it.each([
  ['a GET', plain('GET /graphql HTTP/1.1', LENGTH)],
  ['no length', plain(POST)],
  ['a body that is still to come', plain(POST, 'content-length: 3')],
  ['more than the body', plain(POST, 'content-length: 1')],
  ['two lengths', plain(POST, LENGTH, LENGTH)],
  ['a length and chunks', plain(POST, LENGTH, 'transfer-encoding: chunked')],
  ['a question before the body', plain(POST, LENGTH, 'expect: 100-continue')],
  ['another protocol', plain(POST, LENGTH, 'connection: upgrade', 'upgrade: websocket')],
  ['a connection that shall end', plain(POST, LENGTH, 'connection: close')],
  ['a header said twice', plain(POST, LENGTH, 'cookie: a=b', 'cookie: c=d')],
  ['a name that every object has', plain(POST, LENGTH, 'constructor: x')],
  ['a name that reaches the prototype', plain(POST, LENGTH, '__proto__: x')],
  ['who takes a stream', plain(POST, LENGTH, 'accept: text/event-stream')],
  ['who takes a multipart stream', plain(POST, LENGTH, 'accept: Multipart/Mixed;subscriptionSpec="1.0"')],
  ['a folded header', plain(POST, LENGTH, 'x: a\r\n b')],
  ['a line feed alone', plain(POST, LENGTH, 'x: a\nb: c')],
  ['101 headers', plain(POST, LENGTH, ...Array.from({ length: 99 }, (_, at) => `x-${at}: y`))],
  ['a head of 16 KiB', plain(POST, LENGTH, `x: ${'y'.repeat(16 * 1024)}`)],
  ['no host', Buffer.from(`${POST}\r\n${LENGTH}\r\n\r\n{}`)],
])('leaves to Node: %s', (_, bytes) => expect(readWhole(bytes)).toBeNull());
