// Money arrived for times that were held.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { orderPaid } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { settlePaid } from '../use-cases/settle-claims.js';

type Said = OutboxEvent<z.infer<typeof orderPaid.payload>>;

export const onOrderPaid: Reaction<Unit> = {
  on: orderPaid,
  name: 'confirm paid appointments',
  react: ({ payload }: Said, unit) => settlePaid(unit, payload.claimIds, payload),
};
