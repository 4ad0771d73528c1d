// An order will never be paid: its claims are over.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { orderClosed } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { release } from '../use-cases/turn-enrollment.js';
import { enrollmentIds } from './enrollment-ids.js';

export const onOrderClosed: Reaction<Unit> = {
  on: orderClosed,
  name: 'release what was not paid',
  async react({ payload }: OutboxEvent<z.infer<typeof orderClosed.payload>>, unit) {
    for (const id of enrollmentIds(payload.claimIds)) {
      const claim = await unit.enrollments.find(id);
      if (claim?.status !== 'PENDING') continue;
      await release(unit, claim, payload.reason === 'EXPIRED' ? 'EXPIRED' : 'GIVEN_BACK');
    }
  },
};
