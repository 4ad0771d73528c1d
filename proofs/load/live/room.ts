// A process: the subgraph that owns the room. It speaks graphql-transport-ws to routers, and serves one subscription.
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { eventOf, nextMessage } from './bytes.js';
import { openLine } from './pace.js';

const followers = new Set<{ readonly ws: WebSocket; readonly id: string }>();
let number = 0;

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
server.on('connection', (ws) => {
  const mine = new Map<string, { readonly ws: WebSocket; readonly id: string }>();
  ws.on('message', (text) => {
    const { type, id } = JSON.parse(String(text)) as { type: string; id: string };
    if (type === 'connection_init') ws.send('{"type":"connection_ack"}');
    if (type === 'ping') ws.send('{"type":"pong"}');
    if (type === 'subscribe') followers.add(mine.set(id, { ws, id }).get(id)!);
    if (type === 'complete') followers.delete(mine.get(id)!);
  });
  ws.on('close', () => {
    for (const follower of mine.values()) followers.delete(follower);
  });
});

const line = await openLine((dueAt) => {
  number += 1;
  const event = eventOf(number, dueAt);
  for (const { ws, id } of followers) ws.send(nextMessage(id, event));
});
process.send?.({ port: (server.address() as AddressInfo).port, line });
process.on('message', () => process.send?.({ followers: followers.size }));
