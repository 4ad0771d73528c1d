// Ends the session that asks. Its access token is refused by routers within seconds, its refresh tokens at once.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';

/** The id of the session; signing out twice changes nothing. */
export const signOut = ({ transact }: Rooms, viewer: Viewer): Promise<string> =>
  transact(async (unit) => {
    announceEnded(unit, viewer.id, await unit.sessions.end(viewer.id, viewer.sessionId));
    return viewer.sessionId;
  });
