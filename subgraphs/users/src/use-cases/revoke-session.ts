// Ends one of the viewer's own sessions, e.g. that of a lost phone.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { refuse } from '../domain/refusals.js';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';

/** The id of the ended session. Refuses NOT_FOUND for one that is over, or somebody else's: the answer is the same. */
export async function revokeSession({ transact }: Rooms, viewer: Viewer, sessionId: string): Promise<string | Refusal> {
  const notFound = refuse('NOT_FOUND').at('sessionId');
  if (!isIdOf('Session', sessionId)) return notFound;
  return transact(async (unit) => {
    const ended = await unit.sessions.end(viewer.id, sessionId);
    announceEnded(unit, viewer.id, ended);
    return ended[0] ?? notFound;
  });
}
