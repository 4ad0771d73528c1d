// Writes sessions. Whether a refresh token lives is decided by its session alone, so ending a session ends its family.
import type { EntityManager } from '@mikro-orm/postgresql';
import { later } from '@mosaic/kernel/values/time';
import { MOST_SESSIONS, REMEMBERED, Session } from '../../domain/session.js';

const LIVING = 'ended_at is null and expires_at > ?';

export const writeSessions = (em: EntityManager, now: Date) => {
  const end = async (condition: string, ...parameters: unknown[]): Promise<string[]> => {
    const rows = await em.execute<{ id: string }[]>(
      `update sessions set ended_at = ? where ${LIVING} and ${condition} returning id`,
      [now, now, ...parameters],
    );
    return rows.map(({ id }) => id).sort();
  };

  return {
    async add(session: Session): Promise<void> {
      await em.insert(Session, session);
    },

    find: (id: string): Promise<Session | null> => em.findOne(Session, { id } as object, { disableIdentityMap: true }),

    async see(id: string): Promise<void> {
      await em.nativeUpdate(Session, { id } as object, { lastSeenAt: now });
    },

    /** Drops what was over long ago, with its refresh tokens. */
    async forgetOld(userId: string): Promise<void> {
      const then = later(now, -REMEMBERED);
      await em.execute(
        'delete from sessions where user_id = ? and (ended_at < ? or expires_at < ?)',
        [userId, then, then],
        'run',
      );
    },

    // Each answers the ids of the sessions that it ended, and leaves out those that were over before.
    end: (userId: string, id: string) => end('user_id = ? and id = ?', userId, id),
    endAll: (userId: string) => end('user_id = ?', userId),
    endOthers: (userId: string, keptId: string) => end('user_id = ? and id <> ?', userId, keptId),
    endExcess: (userId: string) =>
      end(
        `id in (select id from sessions where user_id = ? and ${LIVING} order by last_seen_at desc, id desc offset ?)`,
        userId,
        now,
        MOST_SESSIONS,
      ),
  };
};
