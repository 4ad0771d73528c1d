// A socket was identified at its start; each operation on it is admitted only while that identity still holds.
import type { Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { TokenDesk } from './token-desk.js';

export const recheckViewer =
  (desk: TokenDesk): Stage['admit'] =>
  ({ socket }) =>
    socket?.identity && !desk.isGood(socket.identity) ? Refused.as('UNAUTHENTICATED') : null;
