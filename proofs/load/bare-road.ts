// What node:http and undici cost with nothing between them: for each request that it was taught it sends subgraphs what they
// were sent then, and answers as then, without a look at what came back. No router on these two needs less.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Dispatcher, Pool } from 'undici';
import type { Sent } from './blog/start-blog.js';

export interface Lesson {
  readonly body: string;
  readonly answer: string;
  readonly asks: readonly Sent[];
}

interface Learned {
  readonly answer: string;
  readonly asks: readonly { readonly pool: Pool; readonly path: string; readonly body: string }[];
}

const learned = new Map<string, Learned>();
const pools = new Map<string, Pool>();

function poolOf(origin: string): Pool {
  const pool = pools.get(origin) ?? new Pool(origin, { connections: 64, headersTimeout: 0, bodyTimeout: 0 });
  pools.set(origin, pool);
  return pool;
}

/** Reads an answer to its end and keeps nothing of it. */
class Whole implements Dispatcher.DispatchHandler {
  constructor(private readonly came: () => void) {}
  onRequestStart(): void {}
  onResponseStart(): void {}
  onResponseData(): void {}
  onResponseEnd(): void {
    this.came();
  }
  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    throw error;
  }
}

function learn({ body, answer, asks }: Lesson): void {
  const known = asks.map(({ url, body }) => {
    const { origin, pathname: path } = new URL(url);
    return { pool: poolOf(origin), path, body };
  });
  learned.set(body, { answer, asks: known });
}

function send({ asks, answer }: Learned, authorization: string, response: ServerResponse): void {
  let missing = asks.length;
  const came = () => {
    missing -= 1;
    if (missing === 0) response.end(answer);
  };
  response.setHeader('content-type', 'application/json; charset=utf-8');
  const headers = ['content-type', 'application/json', 'accept', 'application/json', 'authorization', authorization];
  for (const { pool, path, body } of asks) pool.dispatch({ method: 'POST', path, body, headers }, new Whole(came));
}

const server = createServer((request: IncomingMessage, response) => {
  let body = '';
  request.setEncoding('latin1').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    const known = learned.get(body);
    if (known) send(known, request.headers.authorization ?? '', response);
    else response.writeHead(404).end();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (lesson: Lesson) => learn(lesson));
process.once('disconnect', () => process.exit());
