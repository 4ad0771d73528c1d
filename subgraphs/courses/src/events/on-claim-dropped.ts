// A buyer took the course out of their cart.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { claimDropped } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { release } from '../use-cases/turn-enrollment.js';
import { enrollmentIds } from './enrollment-ids.js';

export const onClaimDropped: Reaction<Unit> = {
  on: claimDropped,
  name: 'release what was dropped',
  async react({ payload }: OutboxEvent<z.infer<typeof claimDropped.payload>>, unit) {
    for (const id of enrollmentIds([payload.claimId])) {
      const claim = await unit.enrollments.find(id);
      if (claim?.status === 'PENDING') await release(unit, claim, 'GIVEN_BACK');
    }
  },
};
