// Gives somebody without an account a name to fill a cart under.
import type { Rooms } from './rooms.js';

export interface GuestToken {
  token: string;
  expiresAt: Date;
}

/** Stores nothing: a guest who never does anything costs nothing. */
export const startGuest = ({ accessTokens, clock, mintId }: Rooms): Promise<GuestToken> =>
  accessTokens.issueGuest(mintId('Guest'), clock.now());
