// Other people belong to an event: albums that are shared with it are theirs to see from now on.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { eventAudienceChanged } from '@mosaic/schema/events/booking';
import type { Unit } from '../data/unit-of-work.js';
import { Audience } from '../domain/audience.js';

interface Told {
  readonly eventId: string;
  readonly organiserId: string;
  readonly userIds: readonly string[];
}

export const onEventAudienceChanged: Reaction<Unit> = {
  on: eventAudienceChanged,
  name: 'know audiences',
  async react({ payload, occurredAt }: OutboxEvent<Told>, unit) {
    const { eventId, organiserId, userIds } = payload;
    const facts = { id: eventId, userIds: [...new Set([organiserId, ...userIds])], knownAt: occurredAt };
    await unit.known.audience(Object.assign(new Audience(), facts));
  },
};
