// What our two ends of HTTP cost with nothing between them, the one for clients and the one for subgraphs: for each request that
// it was taught it sends subgraphs what they were sent then, and answers as then, without a look at what came back.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ByteText, byteText } from '@mosaic/router/bounds/byte-text';
import type { HttpResponse } from '@mosaic/router/edge/exchange';
import { takeWholeRequests } from '@mosaic/router/edge/whole/take-whole-requests';
import { addressOf } from '@mosaic/router/fetch/wire/address';
import { Connections } from '@mosaic/router/fetch/wire/connections';
import { requestHeads } from '@mosaic/router/fetch/wire/request-head';
import type { Sent } from './blog/start-blog.js';

export interface Lesson {
  readonly body: string;
  readonly answer: string;
  readonly asks: readonly Sent[];
}

interface Learned {
  readonly answer: ByteText;
  readonly asks: readonly { readonly road: Road; readonly body: string }[];
}

interface Road {
  readonly connections: Connections;
  readonly headOf: ReturnType<typeof requestHeads>;
}

const LARGEST = 8 * 1024 * 1024;
const learned = new Map<string, Learned>();
const roads = new Map<string, Road>();

function roadTo(url: string): Road {
  const address = addressOf(new URL(url));
  const road = roads.get(url) ?? { connections: new Connections(address, LARGEST), headOf: requestHeads(address) };
  roads.set(url, road);
  return road;
}

function learn({ body, answer, asks }: Lesson): void {
  const known = asks.map(({ url, body }) => ({ road: roadTo(url), body }));
  learned.set(body, { answer: byteText(answer), asks: known });
}

function send({ asks, answer }: Learned, authorization: string, response: HttpResponse): void {
  let missing = asks.length;
  const came = (how: unknown) => {
    if (how instanceof Error) throw how;
    missing -= 1;
    if (missing === 0) response.end(answer, 'latin1');
  };
  response.setHeader('content-type', 'application/json; charset=utf-8');
  const headers = ['content-type', 'application/json', 'accept', 'application/json', 'authorization', authorization];
  for (const { road, body } of asks) {
    const size = Buffer.byteLength(body);
    road.connections.take()?.send(road.headOf(headers, size), body, size === body.length, came);
  }
}

const server = createServer((_, response) => void response.writeHead(404).end());
takeWholeRequests(server, {
  keepAliveMs: 65_000,
  knows: () => true,
  answer({ body, headers }, response) {
    const known = learned.get(body.toString('latin1'));
    if (known) send(known, headers.authorization ?? '', response);
    else response.end();
  },
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (lesson: Lesson) => learn(lesson));
process.once('disconnect', () => process.exit());
