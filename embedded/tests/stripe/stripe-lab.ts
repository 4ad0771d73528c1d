// The simulator, the real SDK that talks to it, and an endpoint that receives its webhooks.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { DEFAULT_SECRET_KEY } from '../../stripe/start-stripe.js';

export const SECRET = 'whsec_of_the_tests';

export const sdkFor = (port: number, key = DEFAULT_SECRET_KEY): Stripe =>
  new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 1, telemetry: false });

export interface Endpoint {
  readonly url: string;
  /** What came so far. */
  readonly received: { body: string; signature: string }[];
  /** The status of the answer to the n-th delivery, from 0. */
  status: (delivery: number) => number;
  /** Resolves when so many deliveries came. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function openEndpoint(port = 0): Promise<Endpoint> {
  const received: Endpoint['received'] = [];
  let look = (): void => {};
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const status = endpoint.status(received.length);
    received.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers['stripe-signature']) });
    response.writeHead(status).end();
    look();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const endpoint: Endpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`,
    received,
    status: () => 200,
    until: (count) =>
      new Promise((resolve) => {
        look = () => received.length >= count && resolve();
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return endpoint;
}
