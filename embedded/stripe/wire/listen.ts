// The HTTP server: who asks (a secret key), what (a form), and the answer as JSON.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API_VERSION } from '../api/desk.js';
import { newId } from '../objects/new-id.js';
import type { Answer, Asked } from './answer.js';
import { StripeError } from './stripe-error.js';

const MOST_BYTES = 64 * 1024;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

interface Plan {
  readonly port: number;
  readonly host: string;
  /** Who shows another key is answered 401. */
  readonly secretKey: string;
  answer(asked: Asked): Answer;
  /** Pages for tests, under /simulator/; undefined when there is no such page. */
  testPage(path: string, form: URLSearchParams): unknown;
  /** True when the answer must get lost on its way: the effect stays. */
  losesAnswer(asked: Asked): boolean;
}

/** Resolves when requests are accepted. Rejects when the port is taken. */
export async function listen(plan: Plan): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(plan, request, response).catch((error: unknown) => {
      console.error('stripe simulator: a request failed', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(plan.port, plan.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function serve(plan: Plan, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = newId('req');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
  const tell = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    const common = { 'content-type': 'application/json', 'request-id': requestId, 'stripe-version': API_VERSION };
    response.writeHead(status, { ...common, ...headers }).end(JSON.stringify(body));
  };
  const body = await readBody(request);
  if (body === null) return tell(413, errorBody('The body is too large.'));
  if (!isKnown(request, plan.secretKey)) return tell(401, errorBody('Invalid API Key provided.'));
  if (pathname.startsWith('/simulator/')) {
    const page = plan.testPage(pathname, new URLSearchParams(body));
    return page === undefined ? tell(404, errorBody('There is no such test page.')) : tell(200, page);
  }

  const method = request.method ?? 'GET';
  const asked: Asked = {
    requestId,
    method,
    path: pathname,
    form: method === 'GET' ? searchParams.toString() : body,
    idempotencyKey: headerOf(request, 'idempotency-key'),
  };
  const told = plan.answer(asked);
  if (plan.losesAnswer(asked)) return void request.socket.destroy();
  tell(told.status, told.body, {
    ...(asked.idempotencyKey !== null && { 'idempotency-key': asked.idempotencyKey }),
    ...(told.isReplayed && { 'idempotent-replayed': 'true' }),
    // A refusal of the request itself is no better the second time.
    ...(told.status >= 400 && { 'stripe-should-retry': 'false' }),
  });
}

const headerOf = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Bearer, as the SDK does it, or the key as the user name of Basic. */
function isKnown(request: IncomingMessage, secretKey: string): boolean {
  const [scheme = '', credentials = ''] = (headerOf(request, 'authorization') ?? '').split(' ');
  if (scheme.toLowerCase() === 'basic') return Buffer.from(credentials, 'base64').toString() === `${secretKey}:`;
  return scheme.toLowerCase() === 'bearer' && credentials === secretKey;
}

const errorBody = (message: string) => ({
  error: new StripeError(400, { type: 'invalid_request_error', message }).body,
});

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
