// Counts attempts to prove who one is.
import type { EntityManager } from '@mikro-orm/postgresql';
import { later } from '@mosaic/kernel/values/time';
import { ATTEMPT_WINDOW, Attempts } from '../../domain/attempts.js';

export const writeAttempts = (em: EntityManager, now: Date) => ({
  /** Counts one more and answers where that leads; a window that is over starts anew. One statement, so racers all count. */
  async count(account: string): Promise<Attempts> {
    const [row] = await em.execute<object[]>(
      `insert into sign_in_attempts as mine (account, count, window_ends_at) values (?, 1, ?)
       on conflict (account) do update set
         count = case when mine.window_ends_at <= ? then 1 else mine.count + 1 end,
         window_ends_at = case when mine.window_ends_at <= ? then excluded.window_ends_at else mine.window_ends_at end
       returning account, count, window_ends_at`,
      [account, later(now, ATTEMPT_WINDOW), now, now],
    );
    // Windows that are over go a few at a time, so that the table stays as small as the guessing.
    await em.execute(
      `delete from sign_in_attempts where account in (select account from sign_in_attempts
       where window_ends_at <= ? order by window_ends_at limit 10 for update skip locked)`,
      [now],
      'run',
    );
    return em.map(Attempts, row as never);
  },

  /** Takes back one that was counted but never judged. */
  async forgive(account: string): Promise<void> {
    await em.execute('update sign_in_attempts set count = count - 1 where account = ? and count > 0', [account]);
  },

  async clear(account: string): Promise<void> {
    await em.nativeDelete(Attempts, { account });
  },
});
