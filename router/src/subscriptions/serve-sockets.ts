// The WebSocket door: seats, rates, keep-alive and the law, for every socket that gets in.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { seconds } from '@mosaic/kernel/values/time';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Revocations } from '../admission/follow-revocations.js';
import type { Origins } from '../edge/cors.js';
import { refuseUpgrade, sendUpgradeRefusal } from './accept-upgrade.js';
import { CloseSocket } from './close-codes.js';
import { closeWhenRevoked, Expiry } from './expire-with-token.js';
import { hearMessages } from './hear-messages.js';
import type { PresenceKeeper } from './hold-presence.js';
import { KeepAlive } from './keep-alive.js';
import { LiveSocket, LiveWebSocket } from './live-socket.js';
import { Seats } from './seats.js';
import { type LawOptions, socketLaw } from './socket-law.js';

const LARGEST_FRAME = 64 * 1024;
/** After the last socket was told to go. */
const GRACE = seconds(2);

export interface SocketOptions extends Omit<LawOptions, 'settle'> {
  readonly server: Server;
  /** Whose pages may connect; null for everybody's. */
  readonly origins: Origins | null;
  /** Absent where nobody is known. */
  readonly revocations?: Revocations;
  readonly holdPresence?: PresenceKeeper;
  readonly socketsPerUser: number;
  readonly socketsPerAddress: number;
  readonly messagesPerSecond: number;
  readonly keepAliveMs: number;
  readonly expiryJitterMs: number;
}

export interface SocketDoor {
  /** Lets nobody in any more, and tells everybody 1001, evenly spread over `spreadMs`. Resolves when all are gone. */
  drain(spreadMs: number): Promise<void>;
}

export function serveSockets(options: SocketOptions): SocketDoor {
  const { server, origins, welcome, revocations, holdPresence, messagesPerSecond, log } = options;
  const sockets = new Set<LiveSocket>();
  const users = new Seats(options.socketsPerUser);
  const addresses = new Seats(options.socketsPerAddress);
  const keepAlive = new KeepAlive(options.keepAliveMs);
  const expiry = new Expiry(options.expiryJitterMs);
  const door = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
    // graphql-ws must have forgotten a completed operation before a message that uses its id again.
    allowSynchronousEvents: false,
    WebSocket: LiveWebSocket,
    handleProtocols,
  });
  let isDraining = false;
  if (revocations) closeWhenRevoked(revocations, sockets);

  const law = socketLaw({
    ...options,
    settle(live) {
      if (!live.identity) return; // keeps the seat of its address
      live.leaveSeat?.();
      live.leaveSeat = users.take(live.identity.viewer.id);
      if (!live.leaveSeat) throw new CloseSocket('TOO_MANY_SOCKETS');
      if (live.isGone) live.leaveSeat();
      expiry.watch(live);
      holdPresence?.(live);
    },
  });
  const hear = hearMessages(messagesPerSecond, log);

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', destroy); // the peer reset before it was a socket
    const status = refuseUpgrade(request, origins, isDraining);
    if (status === null) door.handleUpgrade(request, stream, head, (ws) => enter(ws, stream, request));
    else sendUpgradeRefusal(stream, status);
  });

  function enter(ws: LiveWebSocket, stream: Duplex, request: IncomingMessage): void {
    stream.off('error', destroy); // ws has its own
    const live = new LiveSocket(ws, stream, request, ended);
    ws.on('error', failed);
    live.leaveSeat = addresses.take(live.address);
    if (!live.leaveSeat) {
      live.dismiss('TOO_MANY_SOCKETS');
      return;
    }
    welcome.upgraded(live, request);
    sockets.add(live);
    keepAlive.watch(live);
    live.left = law.opened(live, live);
    hear(ws);
    ws.on('close', closed);
  }

  function ended(live: LiveSocket): void {
    if (sockets.delete(live)) log.info('socket ended', { closing: live.closing, isSignedIn: live.identity !== null });
  }

  function closed(this: WebSocket, code: number, reason: Buffer): void {
    const { live } = this as LiveWebSocket;
    live?.leave();
    live?.left(code, reason.toString()).catch((error: unknown) => log.error('a socket was not left', { error }));
  }

  function failed(this: WebSocket, error: Error): void {
    log.debug('a socket failed', { error }); // ws closes it, e.g. with 1009
  }

  return {
    async drain(spreadMs) {
      isDraining = true;
      const leaving = [...sockets];
      const gone = leaving.map((live) => new Promise<void>((resolve) => live.ws.once('close', () => resolve())));
      for (const [at, live] of leaving.entries()) {
        setTimeout(() => live.dismiss('GOING_AWAY'), (spreadMs * at) / leaving.length);
      }
      const last = setTimeout(() => {
        for (const live of leaving) live.ws.terminate();
      }, spreadMs + GRACE);
      await Promise.all(gone);
      clearTimeout(last);
      keepAlive.stop();
      expiry.stop();
      door.close();
    },
  };
}

function destroy(this: Duplex): void {
  this.destroy();
}
