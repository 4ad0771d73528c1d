// Clients of a test: plain HTTP, and graphql-transport-ws.
import type { ExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Reply extends ExecutionResult {
  readonly status: number;
  readonly headers: Headers;
  /** The code of each error. */
  readonly codes: unknown[];
}

/** One POST, as an honest client sends it. */
export async function ask(url: string, query: string, options: AskOptions = {}): Promise<Reply> {
  const { variables, token, headers = {}, operationName } = options;
  return post(url, JSON.stringify({ query, variables, operationName }), {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...headers,
  });
}

interface AskOptions {
  variables?: Record<string, unknown>;
  operationName?: string;
  token?: string | undefined;
  headers?: Record<string, string>;
}

export async function post(
  url: string,
  body: string | ReadableStream,
  headers: Record<string, string>,
): Promise<Reply> {
  return read(await fetch(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit));
}

export async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  const result = text.startsWith('{') ? (JSON.parse(text) as ExecutionResult) : {};
  const codes = (result.errors ?? []).map(({ extensions }) => extensions?.['code']);
  return { ...result, codes, status: response.status, headers: response.headers };
}

/** A graphql-ws client that never reconnects by itself. */
export const socketClient = (url: string, token?: string): Client =>
  createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  });

export interface Stream {
  readonly events: ExecutionResult[];
  /** How it ended: 'completed', the errors of an error frame, or the close event. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

export function listen(client: Client, query: string, variables: Record<string, unknown> = {}): Stream {
  const events: ExecutionResult[] = [];
  let stop = () => {};
  const ended = new Promise<unknown>((resolve) => {
    stop = client.subscribe<Record<string, unknown>>(
      { query, variables },
      { next: (event) => events.push(event as ExecutionResult), error: resolve, complete: () => resolve('completed') },
    );
  });
  return { events, ended, stop: () => stop() };
}
