// An admin approved or withdrew a coach: from now on they can, or cannot, be booked.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';

type Said = OutboxEvent<z.infer<typeof coachStandingChanged.payload>>;

export const onCoachStandingChanged: Reaction<Unit> = {
  on: coachStandingChanged,
  name: 'know a coach',
  async react({ payload: { userId, standing, timeZone }, occurredAt }: Said, { em }) {
    await em.execute(
      `insert into coaches (user_id, standing, time_zone, known_at) values (?, ?, ?, ?)
       on conflict (user_id) do update
         set standing = excluded.standing, time_zone = excluded.time_zone, known_at = excluded.known_at
         where coaches.known_at <= excluded.known_at`,
      [userId, standing, timeZone, occurredAt],
      'run',
    );
  },
};
