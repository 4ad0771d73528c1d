// Remembers which guests became somebody.
import type { EntityManager } from '@mikro-orm/postgresql';
import { later } from '@mosaic/kernel/values/time';
import { ADOPTION_REMEMBERED } from '../../domain/guest.js';

export const writeGuests = (em: EntityManager, now: Date) => ({
  /** False when the guest had become somebody before. Of racers the first to commit gets the guest. */
  async adopt(guestId: string, userId: string): Promise<boolean> {
    const rows = await em.execute<object[]>(
      `insert into adopted_guests (guest_id, user_id, adopted_at) values (?, ?, ?)
       on conflict do nothing returning guest_id`,
      [guestId, userId, now],
    );
    // A few at a time, so that the table stays as small as the crowd of guests.
    await em.execute(
      `delete from adopted_guests where guest_id in (select guest_id from adopted_guests
       where adopted_at < ? order by adopted_at limit 10 for update skip locked)`,
      [later(now, -ADOPTION_REMEMBERED)],
      'run',
    );
    return rows.length === 1;
  },
});
