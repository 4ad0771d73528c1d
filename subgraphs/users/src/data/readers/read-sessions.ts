// Reads a viewer's own living sessions; nobody reads anybody else's.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Clock } from '@mosaic/kernel/values/time';
import { may } from '../../access.js';
import { MOST_SESSIONS, Session } from '../../domain/session.js';

export const readSessions = (fork: () => EntityManager, clock: Clock) => {
  const living = (condition: object) =>
    fork().find(Session, { ...condition, endedAt: null, expiresAt: { $gt: clock.now() } } as object, {
      orderBy: { lastSeenAt: 'desc', id: 'desc' },
      limit: MOST_SESSIONS,
      disableIdentityMap: true,
    });

  return {
    /** Latest seen first; null when they are not the viewer's to see. */
    of: async (viewer: Viewer | null, userId: string): Promise<Session[] | null> =>
      may.seeSessions(viewer, { id: userId }) ? living({ userId }) : null,

    /** In any order; only the viewer's own. One query. */
    byIds: async (viewer: Viewer | null, ids: readonly string[]): Promise<Session[]> =>
      viewer ? living({ id: { $in: [...ids] }, userId: viewer.id }) : [],
  };
};
