// A guest has an account now: what they claimed is the user's. Where the user has a place or a claim of their own already,
// the guest's goes back.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { guestAdopted } from '@mosaic/schema/events/users';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { release } from '../use-cases/turn-enrollment.js';

export const onGuestAdopted: Reaction<Unit> = {
  on: guestAdopted,
  name: 'move the claims of a guest',
  async react({ payload }: OutboxEvent<z.infer<typeof guestAdopted.payload>>, unit) {
    const { guestId, userId } = payload;
    for (const claim of await unit.enrollments.pendingOf(guestId)) {
      if (await unit.enrollments.livingOf(userId, claim.courseId)) await release(unit, claim, 'GIVEN_BACK');
      else await unit.enrollments.turn(claim, { buyerId: userId });
    }
  },
};
