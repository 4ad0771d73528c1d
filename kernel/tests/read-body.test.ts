// A body is read whole, bounded, or not at all.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBody } from '../subgraph/read-body.js';

let server: Server;
let client: Socket;
let reading: Promise<Buffer | null>;
let request: IncomingMessage;
let begun: Promise<void>;

beforeEach(async () => {
  begun = new Promise((resolve) => {
    server = createServer((incoming, response) => {
      request = incoming;
      reading = readBody(incoming, 10);
      reading.then(
        () => response.end(),
        () => response.destroy(),
      );
      resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {});
  await once(client, 'connect');
});
afterEach(() => {
  client.destroy();
  server.close();
});

const send = async (head: string, body = ''): Promise<void> => {
  client.write(`POST / HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n${body}`);
  await begun;
};

it('in one piece', async () => {
  await send('content-length: 5', 'hello');
  expect(String(await reading)).toBe('hello');
});

it('in many pieces, up to the last byte that may be', async () => {
  await send('transfer-encoding: chunked', '5\r\nhello\r\n');
  client.write('5\r\nworld\r\n0\r\n\r\n');
  expect(String(await reading)).toBe('helloworld');
});

it('none', async () => {
  await send('content-length: 0');
  expect(await reading).toEqual(Buffer.alloc(0));
});

it('refused by its length, before any of it came', async () => {
  await send('content-length: 11');
  expect(await reading).toBe(null);
});

it('refused when it turns out to be longer than it may', async () => {
  await send('transfer-encoding: chunked', '5\r\nhello\r\n6\r\nworlds\r\n');
  expect(await reading).toBe(null);
});

it('given up when the client leaves in the middle', async () => {
  await send('content-length: 5', 'he');
  client.destroy();
  await expect(reading).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('given up when we hang up ourselves, on one who takes too long', async () => {
  await send('content-length: 5', 'he');
  request.destroy();
  await expect(reading).rejects.toThrow('the body was not read to its end');
});
