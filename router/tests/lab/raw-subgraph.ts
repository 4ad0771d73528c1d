// A subgraph that does what a test says, byte by byte.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '@mosaic/kernel/subgraph/read-body';

export interface RawSubgraph {
  readonly url: string;
  answer: (response: ServerResponse, body: string, request: IncomingMessage) => void;
  /** Requests under way now, and how many were given up by the router. */
  open: number;
  cancelled: number;
  stop(): void;
}

export async function rawSubgraph(answer: RawSubgraph['answer']): Promise<RawSubgraph> {
  const server = createServer(async (request, response) => {
    subgraph.open += 1;
    response.once('close', () => {
      subgraph.open -= 1;
      if (!response.writableFinished) subgraph.cancelled += 1;
    });
    const body = await readBody(request, 1_000_000);
    subgraph.answer(response, String(body), request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const subgraph: RawSubgraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answer,
    open: 0,
    cancelled: 0,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return subgraph;
}

export const sendJson = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};
