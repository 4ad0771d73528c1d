// Signs of life. The router needs no store, so it is healthy while it runs; it is ready until it drains.
import type { ServerResponse } from 'node:http';
import { healthOf } from '@mosaic/kernel/subgraph/health';

export type Page = (response: ServerResponse) => Promise<void> | void;

export function healthPages(isDraining: () => boolean): Readonly<Record<string, Page>> {
  return {
    '/health': async (response) => sendJson(response, 200, await healthOf('router', null)),
    '/live': (response) => sendJson(response, 200, { live: true }),
    '/ready': (response) => sendJson(response, isDraining() ? 503 : 200, { ready: !isDraining() }),
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
