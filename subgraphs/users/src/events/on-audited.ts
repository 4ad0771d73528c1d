// Somebody used a power, in this subgraph or another: the trail gets an entry.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { idFrom } from '@mosaic/kernel/values/ids';
import { audited } from '@mosaic/schema/events/audit';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';

type Audited = z.infer<typeof audited.payload>;

/** The entry's id is the event's: even without the inbox no event could have two entries. */
export const onAudited: Reaction<Unit> = {
  on: audited,
  name: 'chain an act',
  async react({ id, payload, occurredAt }: OutboxEvent<Audited>, unit) {
    await unit.audit.append({
      ...payload,
      id: idFrom('AuditEntry', Buffer.from(id.replaceAll('-', ''), 'hex')),
      occurredAt,
    });
  },
};
