// What comes from a client's socket on its way to the law: not too much of it, and nothing that the walks behind cannot
// bear. The listeners are the same functions for all sockets.
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { WebSocket } from 'ws';
import { nestingOf } from '../bounds/parse-json.js';
import { DEEPEST_INPUT } from '../edge/read-operation.js';
import { CloseSocket } from './close-codes.js';
import type { LiveSocket, LiveWebSocket } from './live-socket.js';
import { MessageRate } from './message-rate.js';

/** Answers with the way to begin hearing a socket. */
export function hearMessages(perSecond: number, log: Logger): (ws: LiveWebSocket) => void {
  const admit = (live: LiveSocket): boolean => {
    if (live.isGone) return false;
    live.rate ??= new MessageRate(perSecond);
    if (live.rate.admit()) return true;
    live.dismiss('TOO_MANY_MESSAGES');
    return false;
  };

  function message(this: WebSocket, bytes: Buffer, isBinary: boolean): void {
    const { live } = this as LiveWebSocket;
    if (!live || !admit(live)) return;
    if (isBinary || isUnreadable(bytes)) {
      live.dismiss('BAD_MESSAGE');
      return;
    }
    live.hear(bytes.toString()).catch((error: unknown) => {
      if (error instanceof CloseSocket) return live.dismiss(error.closing);
      if (isOfServers(error)) return live.dismiss('BAD_MESSAGE');
      log.error('a message could not be handled', { error });
      live.dismiss('BROKEN');
    });
  }

  function ping(this: WebSocket): void {
    const { live } = this as LiveWebSocket;
    if (live) admit(live);
  }

  return (ws) => {
    ws.on('message', message);
    ws.on('ping', ping);
    ws.on('pong', pong);
  };
}

function pong(this: WebSocket): void {
  const { live } = this as LiveWebSocket;
  if (live) live.isAnswering = true;
}

/** graphql-ws throws on messages that only a server may send; the protocol closes on them as on unknown ones. */
const isOfServers = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unexpected message of type');

/** Nested too deep for the walks behind it, or spelling `__proto__` as a member. */
function isUnreadable(bytes: Buffer): boolean {
  if (nestingOf(bytes, DEEPEST_INPUT) > DEEPEST_INPUT) return true;
  return /"(_|\\u005f){2}proto(_|\\u005f){2}"\s*:/i.test(bytes.toString('latin1'));
}
