// An order will never be paid: the times it was for are free again.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { orderClosed } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { settleReleased } from '../use-cases/settle-claims.js';

type Said = OutboxEvent<z.infer<typeof orderClosed.payload>>;

export const onOrderClosed: Reaction<Unit> = {
  on: orderClosed,
  name: 'release appointments of a closed order',
  react: ({ payload }: Said, unit) => settleReleased(unit, payload.claimIds, null),
};
