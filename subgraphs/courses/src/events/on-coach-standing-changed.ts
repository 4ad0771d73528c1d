// Who may author courses, and who may not any more.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { CoachStanding } from '../domain/coach.js';

export const onCoachStandingChanged: Reaction<Unit> = {
  on: coachStandingChanged,
  name: 'know coaches',
  async react({ payload, occurredAt }: OutboxEvent<z.infer<typeof coachStandingChanged.payload>>, unit) {
    const { coachId: id, userId, standing } = payload;
    await unit.people.knowStanding(Object.assign(new CoachStanding(), { id, userId, standing, knownAt: occurredAt }));
  },
};
