// The privileged acts of every subgraph: written with the change, chained by users when they arrive.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

/** Somebody used a power that not everybody has, over something. Key: the subject's id. */
export const audited = defineEvent(
  'Audited',
  1,
  z.object({
    actorId: z.string(),
    /** The mutation's name, e.g. changeUserRole. */
    action: z.string(),
    subjectId: z.string(),
    /** What changed, for people; never a secret. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
);
