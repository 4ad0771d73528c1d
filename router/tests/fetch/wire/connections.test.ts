// A connection carries one request at a time, is used again when that is safe, and never tells anybody another's answer.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Address, addressOf } from '../../../src/fetch/wire/address.js';
import { Connections } from '../../../src/fetch/wire/connections.js';
import { type RawAnswer, TooLarge, Unreachable } from '../../../src/fetch/wire/raw-answer.js';
import { requestHeads } from '../../../src/fetch/wire/request-head.js';

/** What the far end has heard, by connection, in latin1. */
let heard: string[];
let sockets: Socket[];
/** Says what to do when something was heard. */
let answer: (socket: Socket, text: string) => void;
let servers: Server[];
let opened: Connections[];

beforeEach(() => {
  heard = [];
  sockets = [];
  servers = [];
  opened = [];
  answer = (socket) => socket.write(ok('hi'));
});
afterEach(() => {
  vi.useRealTimers();
  for (const connections of opened) connections.destroy();
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

const ok = (body: string, headers = '') => `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`;

function listen(socket: Socket): void {
  const at = sockets.push(socket) - 1;
  heard[at] = '';
  socket.setEncoding('latin1').on('error', () => {});
  socket.on('data', (text: string) => {
    heard[at] += text;
    answer(socket, text);
  });
}

async function serve(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const LARGEST = 1_000;
function open(address: Address) {
  const connections = new Connections(address, LARGEST);
  opened.push(connections);
  const headOf = requestHeads(address);
  const begin = (body = 'ask', headers: readonly string[] = []) => {
    const size = Buffer.byteLength(body);
    const head = headOf(headers, size);
    const connection = connections.take();
    if (!connection) throw new Error('it was destroyed');
    const ended = new Promise<RawAnswer | Error>((resolve) => {
      connection.send(head, body, size === body.length, resolve);
    });
    return { connection, ended };
  };
  return { connections, begin, ask: async (...asked: Parameters<typeof begin>) => textOf(await begin(...asked).ended) };
}

const near = async () =>
  open(addressOf(new URL(`http://127.0.0.1:${await serve(createServer(listen))}/graphql?a=%20b`)));
const textOf = (how: RawAnswer | Error) => (how instanceof Error ? how : how.text);

it('sends the bytes it was given, and nothing else', async () => {
  const { ask } = await near();
  expect(await ask('{"query":"{ me }"}', ['authorization', 'Bearer \u00e9'])).toBe('hi');
  const { port } = (servers[0] as Server).address() as AddressInfo;
  expect(heard).toEqual([
    [
      'POST /graphql?a=%20b HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      'content-type: application/json',
      'accept: application/json, application/graphql-response+json',
      'authorization: Bearer \u00e9',
      'content-length: 18',
      '',
      '{"query":"{ me }"}',
    ].join('\r\n'),
  ]);
});

it('sends letters of several bytes as UTF-8, and headers as Latin-1', async () => {
  const { ask } = await near();
  await ask('Zoë 😀', ['x-name', 'Zoë']);
  const [head, body] = (heard[0] as string).split('\r\n\r\n') as [string, string];
  expect(head).toMatch(/\r\nx-name: Zoë\r\ncontent-length: 9$/);
  expect(Buffer.from(body, 'latin1').toString()).toBe('Zoë 😀');
});

it.each([
  ['x-a', 'b\r\nx-c: d'],
  ['x-a', 'b\nc'],
  ['x-a', 'b\0'],
  ['x-a', 'Łódź'],
  ['x a', 'b'],
  ['', 'b'],
  ['x-a\r\nx-b', 'c'],
])('never sends the header %j: %j', async (name, value) => {
  const { begin } = await near();
  expect(() => begin('ask', [name, value])).toThrow(TypeError);
  expect(heard).toEqual([]);
});

it('uses a connection again, the last one first', async () => {
  const { ask, begin } = await near();
  const two = [begin('one').ended, begin('two').ended];
  expect((await Promise.all(two)).map(textOf)).toEqual(['hi', 'hi']);
  for (const body of ['three', 'four']) expect(await ask(body)).toBe('hi');
  const bodies = heard.map((text) => text.match(/\r\n\r\n(one|two|three|four)/g)?.length);
  expect(new Set(bodies)).toEqual(new Set([1, 3]));
});

it.each([
  ['closes', () => ok('hi', 'Connection: close\r\n')],
  ['says more than was asked', () => `${ok('hi')}HTTP/1.1 200 OK\r\n`],
  ['keeps it too short', () => ok('hi', 'Keep-Alive: timeout=1\r\n')],
])('asks on a new connection when the far end %s', async (_, text) => {
  const { ask } = await near();
  answer = (socket) => socket.write(text());
  expect([await ask('one'), await ask('two')]).toEqual(['hi', 'hi']);
  expect(heard).toHaveLength(2);
});

it('takes nothing for an answer that nobody has asked for', async () => {
  const { ask } = await near();
  expect(await ask('one')).toBe('hi');
  sockets[0]?.write(ok('poison'));
  await once(sockets[0] as Socket, 'close');
  expect(await ask('two')).toBe('hi');
  expect(heard).toHaveLength(2);
});

it('does not use a connection again whose request was answered before it was sent', async () => {
  const { begin, ask } = await near();
  let isFirst = true;
  answer = (socket) => {
    if (isFirst) socket.write(ok('early'), () => socket.pause());
    else socket.write(ok('hi'));
    isFirst = false;
  };
  expect(textOf(await begin('x'.repeat(30_000_000)).ended)).toBe('early');
  expect(await ask('two')).toBe('hi');
  expect(heard[1]).toMatch(/\r\n\r\ntwo$/);
});

it('closes what rests for four seconds', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const { ask } = await near();
  await ask('one');
  const gone = once(sockets[0] as Socket, 'close');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await ask('two')).toBe('hi');
  expect(heard).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000);
  await gone;
  expect(await ask('three')).toBe('hi');
  expect(heard).toHaveLength(2);
});

it.each([
  ['hangs up', (socket: Socket) => void socket.end()],
  ['resets', (socket: Socket) => void socket.resetAndDestroy()],
  ['hangs up in its answer', (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi')],
  ['speaks no HTTP', (socket: Socket) => void socket.write('220 mail.example ESMTP\r\n\r\n')],
])('says that a subgraph is unreachable that %s', async (_, how) => {
  const { ask } = await near();
  answer = how;
  expect(await ask('one')).toBeInstanceOf(Unreachable);
  answer = (socket) => socket.write(ok('hi'));
  expect(await ask('two')).toBe('hi');
});

it('says that nobody listens there', async () => {
  const port = await serve(createServer(listen));
  servers[0]?.close();
  const { ask } = open(addressOf(new URL(`http://127.0.0.1:${port}/`)));
  expect(await ask('one')).toBeInstanceOf(Unreachable);
});

it('reads no further in an answer that is too large', async () => {
  const { ask } = await near();
  answer = (socket) => socket.write(ok('x'.repeat(LARGEST + 1)));
  expect(await ask('one')).toBeInstanceOf(TooLarge);
  await once(sockets[0] as Socket, 'close');
});

it('tells nobody who has left, and lets nobody else have the answer', async () => {
  const { begin, ask } = await near();
  let late: (() => void) | undefined;
  answer = (socket) => {
    late = () => socket.write(ok('late'));
  };
  const { connection, ended } = begin('one');
  const told = vi.fn();
  void ended.then(told);
  await expect.poll(() => late).toBeDefined();
  connection.close();
  late?.();
  answer = (socket) => socket.write(ok('hi'));
  expect(await ask('two')).toBe('hi');
  expect(heard).toHaveLength(2);
  expect(told).not.toHaveBeenCalled();
});

it('tells whoever waits when all is closed, and opens nothing any more', async () => {
  const { connections, begin } = await near();
  answer = () => {};
  const { ended } = begin('one');
  await expect.poll(() => heard[0]).toMatch(/one$/);
  connections.destroy();
  expect(await ended).toBeInstanceOf(Unreachable);
  expect(connections.take()).toBeNull();
  await once(sockets[0] as Socket, 'close');
});

it('speaks TLS, and only with whom it trusts', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const port = await serve(createSecureServer({ key, cert }, listen));
  const address = addressOf(new URL(`https://localhost:${port}/graphql`));
  const trusting = open({ ...address, options: { ...address.options, ca: cert } });
  expect([await trusting.ask('one'), await trusting.ask('two')]).toEqual(['hi', 'hi']);
  expect(heard).toHaveLength(1);
  answer = (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nuntil the end');
  expect(await trusting.ask('three')).toBe('until the end');

  const stranger = await open(address).ask('four');
  expect(stranger).toBeInstanceOf(Unreachable);
  expect(((stranger as Error).cause as { code?: string }).code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  const other = {
    ...address,
    options: { ...address.options, ca: cert, host: '127.0.0.1', servername: 'other.example' },
  };
  expect(await open(other).ask('five')).toBeInstanceOf(Unreachable);
  expect(heard.join()).not.toMatch(/four|five/);
});
