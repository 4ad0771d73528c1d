// Writes invitations. Spending one is a single conditional statement: of any number of racers exactly one wins.
import type { EntityManager } from '@mikro-orm/postgresql';
import { EventInvitation } from '../../domain/event-invitation.js';

export const writeInvitations = (em: EntityManager, now: Date) => ({
  /** Replaces the unused invitation of the same address, whose link stops working. The id it has from now on. */
  async put(invitation: EventInvitation): Promise<string> {
    const { id, eventId, email, tokenHash, createdAt, expiresAt } = invitation;
    const [row] = await em.execute<{ id: string }[]>(
      `insert into event_invitations (id, event_id, email, token_hash, created_at, expires_at)
       values (?, ?, ?, ?, ?, ?)
       on conflict (event_id, lower(email)) where used_at is null do update
         set token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at
       returning id`,
      [id, eventId, email, tokenHash, createdAt, expiresAt],
    );
    return row?.id ?? id;
  },

  async count(eventId: string): Promise<number> {
    return em.count(EventInvitation, { eventId } as object);
  },

  find: (tokenHash: string): Promise<EventInvitation | null> =>
    em.findOne(EventInvitation, { tokenHash }, { disableIdentityMap: true }),

  /** False when it was used before, is too old, or unknown. Losers wait here for the winner's commit. */
  async spend(tokenHash: string, userId: string): Promise<boolean> {
    const rows = await em.execute<object[]>(
      `update event_invitations set used_at = ?, used_by_id = ?
       where token_hash = ? and used_at is null and expires_at > ? returning id`,
      [now, userId, tokenHash, now],
    );
    return rows.length === 1;
  },
});
