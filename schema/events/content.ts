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

/** Somebody has something new to know; users, who knows addresses, also mails it when `byMail`. Key: the person's id. */
export const notificationAdded = defineEvent(
  'NotificationAdded',
  1,
  z.object({
    notificationId: z.string(),
    userId: z.string(),
    kind: z.string(),
    /** What it is about, as a global id. */
    subjectId: z.string(),
    /** What the sentence speaks of, by name. */
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
    byMail: z.boolean(),
  }),
);
