// The frames we write ourselves, read by the bytes of RFC 6455, section 5.2, and by ws.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { byteText } from '../../src/bounds/byte-text.js';
import { SharedEvent } from '../../src/subscriptions/event-text.js';
import { nextFrame } from '../../src/subscriptions/frame.js';

const AROUND = '{"id":"1","type":"next","payload":""}'.length;
/** A payload with which the whole message has so many bytes. */
const payloadFor = (length: number) => Buffer.from(JSON.stringify('x'.repeat(length - AROUND)));

it.each([
  [125, [0x81, 125]],
  [126, [0x81, 126, 0, 126]],
  [65_535, [0x81, 126, 0xff, 0xff]],
  [65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a message of %i bytes has its length where the protocol wants it', (length, head) => {
  const frame = nextFrame('1', payloadFor(length));
  expect([...frame.subarray(0, head.length)]).toEqual(head);
  expect(frame.length).toBe(head.length + length);
  expect(frame.toString('utf8', head.length)).toBe(
    `{"id":"1","type":"next","payload":"${'x'.repeat(length - AROUND)}"}`,
  );
});

it('an event is encoded once, and framed once for those of one id', () => {
  const event = new SharedEvent(byteText('{"data":{"name":"Zoë"}}'), '7');
  expect(event.bytes).toBe(event.bytes);
  expect(event.bytes.toString()).toBe('{"data":{"name":"Zoë"}}');
  const frame = event.frameFor('a');
  expect(event.frameFor('a')).toBe(frame);
  expect(event.frameFor('b').toString('utf8', 2)).toBe('{"id":"b","type":"next","payload":{"data":{"name":"Zoë"}}}');
  expect(event.frameFor('a')).toEqual(frame);
});

it('ws reads frames of every width, one after the other', async () => {
  const server = createServer((socket) => answerUpgrade(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const lengths = [60, 125, 126, 4_000, 65_535, 65_536, 300_000];
  function answerUpgrade(socket: Socket): void {
    socket.once('data', (head) => {
      const key = /sec-websocket-key: (\S+)/i.exec(head.toString())?.[1];
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      for (const length of lengths) socket.write(nextFrame('1', payloadFor(length)));
    });
  }
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: number[] = [];
  client.on('message', (bytes: Buffer, isBinary) => {
    expect(isBinary).toBe(false);
    expect(JSON.parse(bytes.toString())).toEqual({ id: '1', type: 'next', payload: 'x'.repeat(bytes.length - AROUND) });
    heard.push(bytes.length);
    if (heard.length === lengths.length) client.terminate();
  });
  await once(client, 'close');
  expect(heard).toEqual(lengths);
  server.close();
});
