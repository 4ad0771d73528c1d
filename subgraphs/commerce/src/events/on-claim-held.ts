// Something is held for a buyer: it stands in their cart.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { claimHeld } from '@mosaic/schema/events/claims';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { holdClaim } from '../use-cases/hold-claim.js';
import type { Rooms } from '../use-cases/rooms.js';

export const onClaimHeld = (rooms: Rooms): Reaction<Unit> => ({
  on: claimHeld,
  name: 'put claim into cart',
  react: ({ payload }: OutboxEvent<z.infer<typeof claimHeld.payload>>, unit) =>
    holdClaim(unit, rooms, { ...payload, heldUntil: new Date(payload.heldUntil) }),
});
