// A process: what a room costs with nothing but `ws`. Whoever connects hears everything; each message is encoded once.
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { eventOf, nextMessage } from './bytes.js';
import { openLine } from './pace.js';

/** As long as the ids that clients of graphql-ws make. */
const ID = '00000000-0000-4000-8000-000000000000';
let number = 0;

const server = new WebSocketServer({
  port: 0,
  host: '127.0.0.1',
  perMessageDeflate: false,
  handleProtocols: () => 'graphql-transport-ws',
});
server.on('connection', (ws) => ws.once('message', () => ws.send('{"type":"connection_ack"}')));

const line = await openLine((dueAt) => {
  number += 1;
  const bytes = Buffer.from(nextMessage(ID, eventOf(number, dueAt)));
  for (const ws of server.clients) ws.send(bytes, { binary: false });
});
process.send?.({ port: (server.address() as AddressInfo).port, line });
