// A process: everybody in the room. Joins with many sockets, counts what each hears, and tells how long it took.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { quantile } from '../quantiles.js';
import { now, numberBefore, QUERY, sentAtIn } from './bytes.js';
import { LightSocket } from './light-socket.js';
import { HEARD, type Pace } from './pace.js';

const AT_A_TIME = 50;

export type Order =
  | { readonly join: number; readonly port: number; readonly line: number }
  | { readonly run: Pace }
  | { readonly leave: true };

export interface Heard {
  readonly said: number;
  readonly deliveries: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly lost: number;
  readonly repeated: number;
}

class Listener {
  /** Of the last event heard. */
  last = 0;
  constructor(readonly socket: LightSocket) {}
}

let listeners: Listener[] = [];
let line: Socket;
const delays: number[] = [];
/** Of the events under way: when it was said, and how many have not heard it. */
const under = new Map<number, { sentAt: number; missing: number }>();
let lost = 0;
let repeated = 0;
let lastHeard = 0;

function hear(listener: Listener, bytes: Buffer, start: number, end: number): void {
  const number = numberBefore(bytes, end);
  if (number <= listener.last) {
    repeated += 1;
    return;
  }
  if (listener.last > 0) lost += number - listener.last - 1;
  listener.last = number;
  const event = under.get(number) ?? { sentAt: sentAtIn(bytes, start, end), missing: listeners.length };
  under.set(number, event);
  lastHeard = performance.now();
  delays.push(now() - event.sentAt);
  event.missing -= 1;
  if (event.missing > 0) return;
  under.delete(number);
  line.write(HEARD);
}

async function join(count: number, port: number): Promise<void> {
  while (listeners.length < count) {
    const some = Math.min(AT_A_TIME, count - listeners.length);
    listeners.push(...(await Promise.all(Array.from({ length: some }, () => joinOne(port)))));
  }
}

async function joinOne(port: number): Promise<Listener> {
  const socket = await LightSocket.open(port, '/graphql');
  const listener = new Listener(socket);
  await new Promise<void>((resolve) => {
    socket.ears = { text: () => resolve(), lost: fail };
    socket.send('{"type":"connection_init"}');
  });
  socket.ears = { text: (bytes, start, end) => hear(listener, bytes, start, end), lost: fail };
  const payload = { query: QUERY, variables: { room: '1' } };
  socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload }));
  return listener;
}

async function run(pace: Pace): Promise<Heard> {
  delays.length = 0;
  lost = 0;
  repeated = 0;
  const began = performance.now();
  line.write(JSON.stringify(pace));
  const [text] = (await once(line, 'data')) as [Buffer];
  const said = Number(text);
  // What was said is on its way for a moment; what has not come then is lost.
  const patience = performance.now() + 10_000;
  while (delays.length + repeated < said * listeners.length && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    said,
    deliveries: delays.length,
    seconds: (lastHeard - began) / 1_000,
    p50: quantile(delays, 0.5),
    p99: quantile(delays, 0.99),
    lost: Math.max(lost, said * listeners.length - delays.length),
    repeated,
  };
}

function fail(why: string): void {
  throw new Error(why);
}

process.on('message', async (order: Order) => {
  if ('join' in order) {
    line ??= connect({ port: order.line, host: '127.0.0.1', noDelay: true });
    await join(order.join, order.port);
    process.send?.('joined');
  } else if ('run' in order) process.send?.(await run(order.run));
  else {
    for (const { socket } of listeners) socket.close();
    listeners = [];
    under.clear();
    process.send?.('left');
  }
});
