// Who asks. Over HTTP the token comes with each request; over WebSocket the socket was identified at its start.
import { guestHeader } from '@mosaic/kernel/identity/guest-token';
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { TokenDesk } from './token-desk.js';

/** No token is an anonymous viewer; a bad one is never silently anonymous. */
export const identifyViewer =
  (desk: TokenDesk): Stage['admit'] =>
  async (passage) => {
    const headers = passage.http?.request.headers;
    const identity = await desk.identify(headers?.authorization);
    if (identity instanceof Refused) return identity;
    const guest = await desk.identifyGuest(headers?.[guestHeader]?.toString());
    if (guest instanceof Refused) return guest;
    passage.viewer = identity?.viewer ?? null;
    passage.guest = guest;
    return null;
  };
