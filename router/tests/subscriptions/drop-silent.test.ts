// A subgraph's socket that stays open but says nothing more is given up.
import type { AddressInfo } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { dropSilent } from '../../src/subscriptions/drop-silent.js';
import { socketTo } from '../../src/subscriptions/socket-to.js';

let server: WebSocketServer;
afterEach(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});

async function connect(answersPings: boolean) {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  const seen = { pings: 0 };
  server.on('connection', (socket) => {
    socket.on('message', (text) => {
      const { type } = JSON.parse(String(text));
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type !== 'ping') return;
      seen.pings += 1;
      if (answersPings) socket.send('{"type":"pong"}');
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const client = createClient({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webSocketImpl: socketTo({ handshakeTimeout: 1_000, maxPayload: 1_000 }),
    retryAttempts: 0,
    keepAlive: 50,
  });
  dropSilent(client, 300);
  const ended = new Promise((resolve) => {
    client.subscribe({ query: 'subscription { x }' }, { next: () => {}, error: resolve, complete: () => {} });
  });
  return { client, ended, seen };
}

it('ends a socket whose ping stays unanswered', async () => {
  const { ended } = await connect(false);
  expect(await ended).toMatchObject({ code: 4499 });
});

it('keeps one that answers', async () => {
  const { client, ended, seen } = await connect(true);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  await expect.poll(() => seen.pings, { timeout: 10_000 }).toBeGreaterThanOrEqual(10);
  expect(isOver).toBe(false);
  await client.dispose();
});
