// Somebody became a coach, or is none any more: coaches may upload videos of lessons.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import { CoachStanding } from '../domain/audience.js';

export const onCoachStandingChanged: Reaction<Unit> = {
  on: coachStandingChanged,
  name: 'know coaches',
  async react({ payload, occurredAt }: OutboxEvent<{ userId: string; standing: string }>, unit) {
    const facts = { id: payload.userId, isApproved: payload.standing === 'APPROVED', knownAt: occurredAt };
    await unit.known.standing(Object.assign(new CoachStanding(), facts));
  },
};
