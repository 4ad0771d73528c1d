// Which connections may become sockets: the right path, a welcome origin, and not while we drain.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isWelcome, type Origins } from '../edge/cors.js';

const PATH = '/graphql';

/** The HTTP status to refuse an upgrade with, or null when it is accepted. */
export function refuseUpgrade(request: IncomingMessage, origins: Origins | null, isDraining: boolean): number | null {
  if ((request.url ?? '').split('?')[0] !== PATH) return 404;
  if (isDraining) return 503;
  // Browsers always send Origin with a WebSocket handshake (RFC 6455, section 10.2) and CORS does not apply to it.
  return origins === null || isWelcome(origins, request) ? null : 403;
}

export function sendUpgradeRefusal(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
