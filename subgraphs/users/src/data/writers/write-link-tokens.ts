// Writes the tokens of mailed links. Spending one is a single conditional statement: of any number of racers one wins.
import type { EntityManager } from '@mikro-orm/postgresql';
import { later } from '@mosaic/kernel/values/time';
import { LINK_LIFETIME, type LinkPurpose, LinkToken } from '../../domain/link-token.js';

export const writeLinkTokens = (em: EntityManager, now: Date) => ({
  /** Adding one again changes nothing: a mail that is written twice carries one token. */
  async add(token: LinkToken): Promise<void> {
    await em
      .createQueryBuilder(LinkToken)
      .insert({ ...token })
      .onConflict()
      .ignore()
      .execute('run');
    await em.execute(
      `delete from link_tokens where hash in (select hash from link_tokens
       where expires_at < ? order by expires_at limit 10 for update skip locked)`,
      [later(now, -LINK_LIFETIME)],
      'run',
    );
  },

  /** Not locked: whoever means to spend it first takes the person it belongs to, and then spends. */
  find: (hash: string, purpose: LinkPurpose): Promise<LinkToken | null> =>
    em.findOne(LinkToken, { hash, purpose }, { disableIdentityMap: true }),

  /** False when it was spent before or is too old. */
  async spend(hash: string): Promise<boolean> {
    const rows = await em.execute<object[]>(
      'update link_tokens set used_at = ? where hash = ? and used_at is null and expires_at > ? returning hash',
      [now, hash, now],
    );
    return rows.length === 1;
  },

  /** None of the person's other links of this purpose works any more. */
  async spendAll(userId: string, purpose: LinkPurpose): Promise<void> {
    await em.nativeUpdate(LinkToken, { userId, purpose, usedAt: null } as object, { usedAt: now });
  },
});
