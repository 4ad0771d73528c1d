// A server of node:http with the road for whole requests before it, and a client that writes what a test says, piece by piece.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { byteText } from '../../../src/bounds/byte-text.js';
import { takeWholeRequests, type WholeRequests } from '../../../src/edge/whole/take-whole-requests.js';
import type { WholeRequest } from '../../../src/edge/whole/whole-request.js';
import type { WholeResponse } from '../../../src/edge/whole/whole-response.js';
import { eventually } from '../../lab/eventually.js';

export interface WholeLab {
  server: Server;
  whole: WholeRequests;
  /** What was answered, by whom: `whole {}` or `node {}`. */
  readonly answered: string[];
  /** How whole requests are answered from now on. */
  answer: (request: WholeRequest, response: WholeResponse) => void;
}

const echo = (request: WholeRequest, response: WholeResponse) => response.end(byteText(`whole ${request.body}\n`));

export function useWholeLab(keepAliveMs: number): WholeLab {
  const lab = { answered: [], answer: echo } as unknown as WholeLab;
  const options = { headersTimeout: 500, connectionsCheckingInterval: 100, keepAliveTimeout: keepAliveMs };
  beforeAll(async () => {
    lab.server = createServer(options, async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const text = `node ${Buffer.concat(parts)}`;
      lab.answered.push(text);
      response.end(`${text}\n`);
    });
    lab.whole = takeWholeRequests(lab.server, {
      keepAliveMs,
      knows: (url) => url === '/graphql',
      answer(request, response) {
        lab.answered.push(`whole ${request.body}`);
        lab.answer(request, response);
      },
    });
    lab.server.listen(0, '127.0.0.1');
    await once(lab.server, 'listening');
  });
  afterAll(() => {
    lab.whole.closeAll();
    lab.server.closeAllConnections();
    lab.server.close();
  });
  return lab;
}

export interface Client {
  readonly socket: Socket;
  /** All that came. */
  readonly heard: () => string;
  write(text: string): void;
  /** Resolves when this stands in what came. */
  hears(text: string): Promise<void>;
  readonly closed: Promise<unknown>;
}

export async function clientOf({ server }: Pick<WholeLab, 'server'>): Promise<Client> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  let heard = '';
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
  });
  return {
    socket,
    heard: () => heard,
    write: (text) => void socket.write(text, 'latin1'),
    hears: (text) =>
      eventually(() => {
        if (!heard.includes(text)) throw new Error(`did not hear ${text} but ${heard}`);
      }),
    closed: new Promise((resolve) => socket.once('close', resolve)),
  };
}

export const post = (body: string, ...fields: string[]): string =>
  [`POST /graphql HTTP/1.1`, 'Host: x', ...fields, `Content-Length: ${body.length}`, '', body].join('\r\n');
