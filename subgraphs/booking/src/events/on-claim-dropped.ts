// A buyer took a held time out of their cart.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { claimDropped } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { settleReleased } from '../use-cases/settle-claims.js';

type Said = OutboxEvent<z.infer<typeof claimDropped.payload>>;

export const onClaimDropped: Reaction<Unit> = {
  on: claimDropped,
  name: 'release a dropped appointment',
  react: ({ payload }: Said, unit) => settleReleased(unit, [payload.claimId], payload.buyerId),
};
