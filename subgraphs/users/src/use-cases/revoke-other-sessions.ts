// Ends all of the viewer's sessions but the one that asks.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';

/** The ids of the sessions that ended. */
export const revokeOtherSessions = ({ transact }: Rooms, viewer: Viewer): Promise<string[]> =>
  transact(async (unit) => {
    const ended = await unit.sessions.endOthers(viewer.id, viewer.sessionId);
    announceEnded(unit, viewer.id, ended);
    return ended;
  });
