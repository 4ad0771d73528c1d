// Why a socket is closed. 44xx of graphql-transport-ws (graphql-ws, PROTOCOL.md) where it has one; docs/protocols/live-updates.md.

export const closings = {
  GOING_AWAY: [1001, 'GOING_AWAY'],
  TRY_AGAIN_LATER: [1013, 'IDENTITY_UNAVAILABLE'],
  BAD_MESSAGE: [4400, 'BAD_MESSAGE'],
  BAD_TOKEN: [4403, 'UNAUTHENTICATED'],
  TOKEN_EXPIRED: [4403, 'TOKEN_EXPIRED'],
  SESSION_REVOKED: [4403, 'SESSION_REVOKED'],
  SLOW_CONSUMER: [4413, 'SLOW_CONSUMER'],
  TOO_MANY_SOCKETS: [4429, 'TOO_MANY_SOCKETS'],
  TOO_MANY_MESSAGES: [4429, 'TOO_MANY_MESSAGES'],
  BROKEN: [4500, 'INTERNAL'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;

export type Closing = keyof typeof closings;

/** Thrown inside a message's handling to close its socket. */
export class CloseSocket extends Error {
  constructor(readonly closing: Closing) {
    super(closing);
  }
}

/** RFC 6455, section 5.5: a close frame carries at most 125 bytes, two of them the code. */
const LONGEST_REASON = 123;

/** `SLOW_CONSUMER after=<eventId>`; without the cursor when it does not fit. */
export function reasonWith(reason: string, cursor: string | null): string {
  const whole = `${reason} after=${cursor}`;
  return cursor !== null && Buffer.byteLength(whole) <= LONGEST_REASON ? whole : reason;
}
