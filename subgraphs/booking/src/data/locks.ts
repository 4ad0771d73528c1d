// Advisory locks: who works on a subject waits for whoever works on it already, in this process or another.
import type { EntityManager } from '@mikro-orm/postgresql';

/** Held until the transaction ends. Taken in one order, so that (A, B) and (B, A) never wait for each other. */
export async function lockAll(em: EntityManager, subjects: readonly string[]): Promise<void> {
  for (const subject of [...new Set(subjects)].sort())
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`booking ${subject}`]);
}
