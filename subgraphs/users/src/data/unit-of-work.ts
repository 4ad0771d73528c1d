// The only door to writing: writers exist inside `transact`, and so does announcing.
import type { MikroORM } from '@mikro-orm/postgresql';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { appendToOutbox } from '@mosaic/kernel/stores/postgres-outbox';
import type { Clock } from '@mosaic/kernel/values/time';
import { writeAttempts } from './writers/write-attempts.js';
import { writeCredentials } from './writers/write-credentials.js';
import { writeRefreshTokens } from './writers/write-refresh-tokens.js';
import { writeSessions } from './writers/write-sessions.js';
import { writeUsers } from './writers/write-users.js';

/**
 * One transaction. Locks are taken in one order, so that no two units wait for each other: users, then credentials,
 * then refresh tokens, then sessions.
 */
export interface Unit {
  readonly now: Date;
  readonly users: ReturnType<typeof writeUsers>;
  readonly credentials: ReturnType<typeof writeCredentials>;
  readonly sessions: ReturnType<typeof writeSessions>;
  readonly refreshTokens: ReturnType<typeof writeRefreshTokens>;
  readonly attempts: ReturnType<typeof writeAttempts>;
  /** Stands or falls with everything else in the unit. */
  announce(event: OutboxEvent): void;
}

/**
 * Runs `work` and commits when it resolves, also with a refusal: whoever refuses decides what was written before.
 * Rolls everything back when it throws.
 */
export type Transact = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/** `onAnnounced` is called after a commit that announced something. */
export const unitOfWork =
  (orm: MikroORM, clock: Clock, onAnnounced: () => void): Transact =>
  async (work) => {
    const announced: OutboxEvent[] = [];
    const result = await orm.em.fork().transactional(async (em) => {
      const now = clock.now();
      const outcome = await work({
        now,
        users: writeUsers(em),
        credentials: writeCredentials(em),
        sessions: writeSessions(em, now),
        refreshTokens: writeRefreshTokens(em, now),
        attempts: writeAttempts(em, now),
        announce: (event) => announced.push(event),
      });
      await appendToOutbox(em, announced);
      return outcome;
    });
    if (announced.length > 0) onAnnounced();
    return result;
  };
