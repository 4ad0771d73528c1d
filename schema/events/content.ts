// What the content subgraph tells the others.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

/** A monitor's rule was breached and an alert is open now. Key: the alert's id. */
export const alertOpened = defineEvent(
  'AlertOpened',
  1,
  z.object({
    alertId: z.string(),
    monitorId: z.string(),
    ownerId: z.string(),
    value: z.number(),
    threshold: z.number(),
  }),
);
