// Somebody who was a guest signed in.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { guestAdopted } from '@mosaic/schema/events/users';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { adoptGuest } from '../use-cases/settle-claims.js';

type Said = OutboxEvent<z.infer<typeof guestAdopted.payload>>;

export const onGuestAdopted: Reaction<Unit> = {
  on: guestAdopted,
  name: 'adopt the appointments of a guest',
  react: ({ payload }: Said, unit) => adoptGuest(unit, payload.guestId, payload.userId),
};
