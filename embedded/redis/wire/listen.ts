/** Listens for clients and makes a connection of each. */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Engine } from '../execute/engine.js';
import { Connection } from './connection.js';

export interface Listener {
  readonly port: number;
  /** Stops accepting, cuts every connection and resolves when all are closed. */
  close(): Promise<void>;
}

/** Resolves when connections are accepted; rejects when the address is taken or not ours. */
export async function listen(engine: Engine, port: number, host: string): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new Connection(socket, engine);
  });
  await bind(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function bind(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
