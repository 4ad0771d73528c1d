// Listens for clients.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Parts } from '../commands/command.js';
import { serveConnection } from './connection.js';

export interface Listener {
  port: number;
  /** host:port for clients on this machine. */
  address: string;
  /** Drops all connections and resolves when the port is free. */
  close(): Promise<void>;
}

/** Port 0 takes a free one. Rejects when the port is taken. */
export async function listen(parts: Parts, host: string, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, { id: connections, server: address }, parts);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const bound = (server.address() as AddressInfo).port;
  // Clients are told this address in the handshake: a wildcard is none.
  const known = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = known.includes(':') ? `[${known}]:${bound}` : `${known}:${bound}`;
  return {
    port: bound,
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
