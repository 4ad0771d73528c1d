// Who asks. Over HTTP the token comes with each request, in a header or a cookie; over WebSocket the socket was identified at its start.
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { CredentialsReader } from '../sessions/read-credentials.js';
import type { TokenDesk } from './token-desk.js';

/** No token is an anonymous viewer; a bad one is never silently anonymous. */
export const identifyViewer =
  (desk: TokenDesk, credentialsOf: CredentialsReader): Stage['admit'] =>
  async (passage) => {
    const { request, response } = filled(passage.http, 'http');
    const credentials = credentialsOf(request);
    const identity = await desk.identify(credentials.authorization);
    if (identity instanceof Refused) return identity;
    const guest = await desk.identifyGuest(credentials.guest);
    if (guest instanceof Refused) {
      if (guest.code === 'UNKNOWN_GUEST') credentials.dropGuest?.(response);
      return guest;
    }
    passage.identity = identity;
    passage.viewer = identity?.viewer ?? null;
    passage.guest = guest;
    return null;
  };
