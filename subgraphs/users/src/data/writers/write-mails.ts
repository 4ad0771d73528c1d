// Writes mails: the store is their queue.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MintId } from '@mosaic/kernel/values/ids';
import { later, type Milliseconds } from '@mosaic/kernel/values/time';
import { MAIL_LEASE, MAIL_REMEMBERED, Mail, type MailKind, type MailParameters, nextTry } from '../../domain/mail.js';

export interface NewMail {
  kind: MailKind;
  address: string;
  userId: string | null;
  parameters?: MailParameters;
  tokenSeed?: string;
  /** For how long it is worth sending. */
  lifetime: Milliseconds;
}

/** What came of a try: sent, not sent and why, or nobody to send it to. */
export type MailOutcome = 'SENT' | 'NOBODY' | { problem: string; isFinal: boolean };

/** Mute, it forgets every mail it is given. */
export const writeMails = (em: EntityManager, now: Date, mintId: MintId, isMute: boolean) => ({
  async add({ lifetime, parameters = {}, tokenSeed, ...mail }: NewMail): Promise<void> {
    if (isMute) return;
    const rest = { parameters, tokenSeed: tokenSeed ?? null, madeAt: now, dueAt: now, expiresAt: later(now, lifetime) };
    const row = { id: mintId('Mail'), ...mail, ...rest, tries: 0, sentAt: null, problem: null };
    await em.insert(Mail, row as Mail);
  },

  /** Leases what is due, oldest first: nobody else tries it until the lease is over. */
  async takeDue(most: number): Promise<Mail[]> {
    const rows = await em.execute<object[]>(
      `update mails set tries = tries + 1, due_at = ? where id in
       (select id from mails where due_at <= ? order by due_at, id limit ? for update skip locked) returning *`,
      [later(now, MAIL_LEASE), now, most],
    );
    await em.execute(
      `delete from mails where id in (select id from mails where due_at is null and made_at < ?
       order by made_at limit 10 for update skip locked)`,
      [later(now, -MAIL_REMEMBERED)],
      'run',
    );
    return rows.map((row) => em.map(Mail, row as never));
  },

  /** Ends the lease: the mail is over, or due again later. Answers whether it is over without having been sent. */
  async settle(mail: Mail, outcome: MailOutcome): Promise<boolean> {
    const sentAt = outcome === 'SENT' ? now : null;
    const failure = typeof outcome === 'object' ? outcome : null;
    const dueAt = failure && !failure.isFinal ? nextTry(mail, now) : null;
    await em.nativeUpdate(Mail, { id: mail.id } as object, { sentAt, dueAt, problem: failure?.problem ?? null });
    return failure !== null && dueAt === null;
  },
});
