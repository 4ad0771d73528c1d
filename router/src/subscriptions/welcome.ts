// Who a socket speaks for: decided when it begins, from what its upgrade and its connection_init brought.
import type { IncomingMessage } from 'node:http';
import { guestHeader } from '@mosaic/kernel/identity/guest-token';
import type { TokenDesk } from '../admission/token-desk.js';
import { Refused } from '../respond/refusals.js';
import { areGiven, type Credentials, type CredentialsReader } from '../sessions/read-credentials.js';
import { CloseSocket } from './close-codes.js';
import type { LiveSocket } from './live-socket.js';

export type ConnectionParams = Readonly<Record<string, unknown>> | undefined;

export interface Welcome {
  /** Keeps what is needed of the upgrade, until the socket begins. */
  upgraded(socket: LiveSocket, request: IncomingMessage): void;
  /** Throws CloseSocket when it may not stay. */
  begun(socket: LiveSocket, params: ConnectionParams): void | Promise<void>;
}

/** By tokens: those of connection_init, or else those of the upgrade. */
export function welcomeViewers(desk: TokenDesk, credentialsOf: CredentialsReader): Welcome {
  const brought = new WeakMap<LiveSocket, Credentials>();
  return {
    upgraded(socket, request) {
      const { authorization, guest } = credentialsOf(request);
      if (authorization || guest) brought.set(socket, { authorization, guest });
    },
    async begun(socket, params) {
      const given = { authorization: textIn(params, 'authorization'), guest: textIn(params, guestHeader) };
      const credentials = areGiven(given) ? given : (brought.get(socket) ?? given);
      brought.delete(socket);
      const identity = await desk.identify(credentials.authorization);
      if (identity instanceof Refused) {
        throw new CloseSocket(identity.code === 'IDENTITY_UNAVAILABLE' ? 'TRY_AGAIN_LATER' : 'BAD_TOKEN');
      }
      const guest = await desk.identifyGuest(credentials.guest);
      if (guest instanceof Refused) throw new CloseSocket('BAD_TOKEN');
      socket.identity = identity;
      socket.guest = guest;
    },
  };
}

/** Clients spell it either way; anything that is no text is as bad as a bad token. */
function textIn(params: ConnectionParams, name: string): string | undefined {
  const value = params?.[name] ?? params?.[`${name[0]?.toUpperCase()}${name.slice(1)}`];
  return value === undefined || value === null ? undefined : String(value);
}
