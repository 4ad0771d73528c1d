// Stands before node:http: a request that came in one piece is answered without the streams, listeners and timers that
// Node has for those which do not. Everything else is node:http's: docs/decisions/0022-whole-requests.md.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';
import { WholeConnection, type WholeDoor } from './whole-connection.js';

export interface WholeRequests {
  /** Those that wait for nothing. */
  closeIdle(): void;
  closeAll(): void;
}

export interface WholeOptions extends Pick<WholeDoor, 'knows' | 'answer'> {
  /** How long a connection may rest between requests. */
  readonly keepAliveMs: Milliseconds;
}

const LOOK_EVERY: Milliseconds = seconds(1);
/** Who has connected and says nothing is node:http's, which has a limit for that. */
const SILENCE: Milliseconds = seconds(1);

/** Before the server listens. */
export function takeWholeRequests(server: Server, { keepAliveMs, knows, answer }: WholeOptions): WholeRequests {
  const [toNode] = server.listeners('connection') as [(socket: Socket) => void];
  server.off('connection', toNode);
  const connections = new Set<WholeConnection>();
  const door: WholeDoor = {
    keepAlive: `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAliveMs / 1_000)}\r\n`,
    knows,
    answer,
    gone: (connection) => void connections.delete(connection),
    toNode: (socket) => toNode.call(server, socket),
  };
  server.on('connection', (socket: Socket) => void connections.add(new WholeConnection(socket, door)));

  const look = () => {
    const now = Date.now();
    for (const connection of connections) {
      if (!connection.isResting) continue;
      const age = now - connection.restsSince;
      if (!connection.hasServed && age >= SILENCE) connection.handOver(null);
      else if (age >= keepAliveMs) connection.close();
    }
  };
  let timer: NodeJS.Timeout | undefined;
  server.on('listening', () => {
    timer = setInterval(look, LOOK_EVERY).unref();
  });
  server.on('close', () => clearInterval(timer));

  return {
    closeIdle() {
      for (const connection of connections) if (connection.isResting) connection.close();
    },
    closeAll() {
      for (const connection of connections) connection.close();
    },
  };
}
