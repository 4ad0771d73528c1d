// Writes refresh tokens. Spending one is a single conditional statement: of any number of racers exactly one wins.
import type { EntityManager } from '@mikro-orm/postgresql';
import { RefreshToken } from '../../domain/refresh-token.js';

export interface Spent {
  sessionId: string;
  parentHash: string | null;
}

export const writeRefreshTokens = (em: EntityManager, now: Date) => ({
  async add(token: RefreshToken): Promise<void> {
    await em.insert(RefreshToken, token);
  },

  /** Null when it was spent before, is too old, unknown, or its session is over. Losers wait here for the winner's commit. */
  async spend(hash: string, successorSeed: string): Promise<Spent | null> {
    const [row] = await em.execute<{ session_id: string; parent_hash: string | null }[]>(
      `update refresh_tokens token set used_at = ?, successor_seed = ? from sessions session
       where token.hash = ? and token.used_at is null and token.expires_at > ?
         and session.id = token.session_id and session.ended_at is null and session.expires_at > ?
       returning token.session_id, token.parent_hash`,
      [now, successorSeed, hash, now, now],
    );
    return row ? { sessionId: row.session_id, parentHash: row.parent_hash } : null;
  },

  find: (hash: string): Promise<RefreshToken | null> =>
    em.findOne(RefreshToken, { hash }, { disableIdentityMap: true }),

  /** From now on the token's successor cannot be derived any more, and showing the token again is reuse. */
  async forgetSuccessor(hash: string): Promise<void> {
    await em.nativeUpdate(RefreshToken, { hash }, { successorSeed: null });
  },
});
