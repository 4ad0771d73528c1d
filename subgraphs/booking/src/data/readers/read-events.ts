// Reads events. They are for those who take part, whatever they answered, and for nobody else; the holder of an unused
// link sees what the link is for.
import type { Page } from '@mosaic/kernel/paging/page';
import type { Period } from '@mosaic/schema/period';
import type { Asker } from '../../domain/asker.js';
import { Event } from '../../domain/event.js';
import { InvitationPreview } from '../../domain/event-invitation.js';
import type { Fork } from './readers.js';

const TAKES_PART = 'exists (select 1 from event_participants p where p.event_id = e.id and p.user_id = ?)';

export const readEvents = (fork: Fork) => {
  const query = () => fork().createQueryBuilder(Event, 'e').select('*');

  return {
    /** In any order; only those the asker takes part in. */
    byIds: async ({ viewer }: Asker, ids: readonly string[]): Promise<Event[]> =>
      viewer
        ? query()
            .where({ id: { $in: [...ids] } } as object)
            .andWhere(TAKES_PART, [viewer.id])
            .getResultList()
        : [],

    /** Those a person takes part in, by their start. */
    async of(userId: string, { size, direction, after, before }: Page): Promise<Event[]> {
      const way = direction === 'forward' ? 'asc' : 'desc';
      const asked = query().where(TAKES_PART, [userId]);
      if (after) asked.andWhere('(e.starts_at, e.id) > (?, ?)', [new Date(Number(after[0])), after[1]]);
      if (before) asked.andWhere('(e.starts_at, e.id) < (?, ?)', [new Date(Number(before[0])), before[1]]);
      const rows = await asked
        .orderBy({ startsAt: way, id: way })
        .limit(size + 1)
        .getResultList();
      return direction === 'forward' ? rows : rows.reverse();
    },

    /** What a link is for; null unless it is unused, not too old, and its event published. Whoever holds it may see this. */
    async preview(tokenHash: string, now: Date): Promise<InvitationPreview | null> {
      const [row] = await fork().execute<{ event_id: string; expires_at: string | Date }[]>(
        `select event_id, expires_at from event_invitations
         where token_hash = ? and used_at is null and expires_at > ?`,
        [tokenHash, now],
      );
      const event = row && (await fork().findOne(Event, { id: row.event_id, status: 'PUBLISHED' } as object));
      return event ? Object.assign(new InvitationPreview(), { event, expiresAt: new Date(row.expires_at) }) : null;
    },

    /** Events with an offered seat that nobody took in time, some of them. For the clock. */
    async systemOffersDue(now: Date): Promise<string[]> {
      const rows = await fork().execute<{ event_id: string }[]>(
        `select event_id from event_waitlist where status = 'OFFERED' and offered_until <= ?
         order by offered_until limit 20`,
        [now],
      );
      return rows.map(({ event_id }) => event_id);
    },

    /** Events that were made in a period, whatever became of them. For admins. */
    count: ({ from, to }: Period): Promise<number> =>
      fork().count(Event, { createdAt: { $gte: from, $lt: to } } as object),
  };
};
