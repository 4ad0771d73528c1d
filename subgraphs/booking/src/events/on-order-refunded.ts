// Money went back: the appointments it paid for are called off.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { orderRefunded } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { settleRefunded } from '../use-cases/settle-claims.js';

type Said = OutboxEvent<z.infer<typeof orderRefunded.payload>>;

export const onOrderRefunded: Reaction<Unit> = {
  on: orderRefunded,
  name: 'cancel refunded appointments',
  react: ({ payload }: Said, unit) => settleRefunded(unit, payload.refundedClaimIds, payload.orderId),
};
