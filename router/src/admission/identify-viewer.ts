// Who asks. Over HTTP the token comes with each request; over WebSocket the socket was identified at its start.
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { TokenDesk } from './token-desk.js';

/** No token is an anonymous viewer; a bad one is never silently anonymous. */
export const identifyViewer =
  (desk: TokenDesk): Stage['admit'] =>
  async (passage) => {
    const identity = await desk.identify(passage.http?.request.headers.authorization);
    if (identity instanceof Refused) return identity;
    passage.viewer = identity?.viewer ?? null;
    return null;
  };
