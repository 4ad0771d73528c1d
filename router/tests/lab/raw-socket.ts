// A WebSocket that says exactly what a test wants, and tells how it was closed.
import { expect } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { eventually } from './eventually.js';

export interface RawSocket {
  readonly ws: WebSocket;
  /** Messages received, parsed. */
  readonly heard: { type: string; id?: string; payload?: unknown }[];
  readonly closed: Promise<{ code: number; reason: string }>;
  say(message: unknown): void;
}

/** Resolves when the socket is open; rejects with the status of a refused upgrade in its message. */
export async function rawSocket(
  url: string,
  options: ClientOptions = {},
  protocol: string | string[] = 'graphql-transport-ws',
): Promise<RawSocket> {
  const ws = new WebSocket(url.replace('http', 'ws'), protocol, options);
  const heard: RawSocket['heard'] = [];
  ws.on('message', (text) => heard.push(JSON.parse(String(text))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  return {
    ws,
    heard,
    closed,
    say: (message) => ws.send(typeof message === 'string' ? message : JSON.stringify(message)),
  };
}

export const init = (token?: string) => ({
  type: 'connection_init',
  ...(token && { payload: { authorization: `Bearer ${token}` } }),
});
export const subscribe = (id: string, query: string) => ({ id, type: 'subscribe', payload: { query } });

/** A socket whose beginning was acknowledged. */
export async function begun(url: string, token?: string): Promise<RawSocket> {
  const socket = await rawSocket(url);
  socket.say(init(token));
  await eventually(() => expect(socket.heard[0]?.type).toBe('connection_ack'));
  return socket;
}
