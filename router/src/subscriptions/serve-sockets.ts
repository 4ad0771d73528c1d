// The WebSocket door: seats, rates, keep-alive and the law, for every socket that gets in.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { seconds } from '@mosaic/kernel/values/time';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Revocations } from '../admission/follow-revocations.js';
import { nestingOf } from '../bounds/parse-json.js';
import type { Origins } from '../edge/cors.js';
import { DEEPEST_INPUT } from '../edge/read-operation.js';
import type { CredentialsReader } from '../sessions/read-credentials.js';
import { refuseUpgrade, sendUpgradeRefusal } from './accept-upgrade.js';
import { CloseSocket } from './close-codes.js';
import { closeWhenRevoked, expireWithToken } from './expire-with-token.js';
import type { PresenceKeeper } from './hold-presence.js';
import { keepAlive } from './keep-alive.js';
import { LiveSocket } from './live-socket.js';
import { MessageRate } from './message-rate.js';
import { Seats } from './seats.js';
import { type LawOptions, socketLaw } from './socket-law.js';

const LARGEST_FRAME = 64 * 1024;
/** After the last socket was told to go. */
const GRACE = seconds(2);

export interface SocketOptions extends Omit<LawOptions, 'settle'> {
  readonly server: Server;
  readonly origins: Origins;
  readonly credentialsOf: CredentialsReader;
  readonly revocations: Revocations;
  readonly holdPresence: PresenceKeeper;
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
  const { server, origins, revocations, holdPresence, messagesPerSecond, keepAliveMs, expiryJitterMs, log } = options;
  const sockets = new Set<LiveSocket>();
  const users = new Seats(options.socketsPerUser);
  const addresses = new Seats(options.socketsPerAddress);
  const seats = new WeakMap<LiveSocket, () => void>();
  const door = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
    handleProtocols,
  });
  let isDraining = false;
  closeWhenRevoked(revocations, sockets);

  const law = socketLaw({
    ...options,
    settle(live) {
      if (!live.identity) return; // keeps the seat of its address
      seats.get(live)?.();
      const seat = users.take(live.identity.viewer.id);
      if (!seat) throw new CloseSocket('TOO_MANY_SOCKETS');
      live.whenGone(seat);
      expireWithToken(live, expiryJitterMs);
      holdPresence(live);
    },
  });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy()); // the peer reset before it was a socket
    const status = refuseUpgrade(request, origins, isDraining);
    if (status === null) door.handleUpgrade(request, stream, head, (ws) => enter(ws, request));
    else sendUpgradeRefusal(stream, status);
  });

  function enter(ws: WebSocket, request: IncomingMessage): void {
    const live = new LiveSocket(ws, request, options.credentialsOf(request));
    ws.on('error', (error) => log.debug('a socket failed', { error })); // ws closes it, e.g. with 1009
    const seat = addresses.take(live.address);
    if (!seat) {
      live.close('TOO_MANY_SOCKETS');
      return;
    }
    seats.set(live, seat);
    live.whenGone(seat);
    sockets.add(live);
    live.whenGone(() => {
      sockets.delete(live);
      log.info('socket ended', { closing: live.closing, isSignedIn: live.identity !== null });
    });
    keepAlive(live, keepAliveMs);

    const rate = new MessageRate(messagesPerSecond);
    const admitMessage = () => {
      if (live.gone.aborted) return false;
      if (rate.admit()) return true;
      live.close('TOO_MANY_MESSAGES');
      return false;
    };
    let hear: (text: string) => Promise<void> = async () => {};
    const left = law.opened(
      {
        protocol: ws.protocol,
        send: (text) => live.send(text),
        close: (code, reason) => ws.close(code, reason),
        onMessage: (listener) => {
          hear = listener;
        },
      },
      { live },
    );
    ws.on('ping', admitMessage);
    ws.on('message', (bytes: Buffer, isBinary: boolean) => {
      if (!admitMessage()) return;
      if (isBinary || isUnreadable(bytes)) return live.close('BAD_MESSAGE');
      hear(bytes.toString()).catch((error: unknown) => {
        if (error instanceof CloseSocket) return live.close(error.closing);
        log.error('a message could not be handled', { error });
        live.close('BROKEN');
      });
    });
    ws.once('close', (code, reason) => {
      left(code, reason.toString()).catch((error: unknown) => log.error('a socket was not left', { error }));
    });
  }

  return {
    async drain(spreadMs) {
      isDraining = true;
      const leaving = [...sockets];
      const gone = leaving.map((live) => new Promise<void>((resolve) => live.ws.once('close', () => resolve())));
      for (const [at, live] of leaving.entries()) {
        setTimeout(() => live.close('GOING_AWAY'), (spreadMs * at) / leaving.length);
      }
      const last = setTimeout(() => {
        for (const live of leaving) live.ws.terminate();
      }, spreadMs + GRACE);
      await Promise.all(gone);
      clearTimeout(last);
      for (const ws of door.clients) ws.terminate();
      door.close();
    },
  };
}

/** Nested too deep for the walks behind it, or spelling `__proto__` as a member. */
function isUnreadable(bytes: Buffer): boolean {
  if (nestingOf(bytes, DEEPEST_INPUT) > DEEPEST_INPUT) return true;
  return /"(_|\\u005f){2}proto(_|\\u005f){2}"\s*:/i.test(bytes.toString('latin1'));
}
