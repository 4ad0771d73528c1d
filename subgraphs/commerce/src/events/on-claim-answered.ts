// The owner of a paid claim answers: the line is the buyer's, or its money goes back.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { claimConfirmed, claimReleased } from '@mosaic/schema/events/claims';
import type { Unit } from '../data/unit-of-work.js';
import { confirmClaim, releasePaidClaim } from '../use-cases/orders/settle-claim.js';
import type { Rooms } from '../use-cases/rooms.js';

export const onClaimAnswered = (rooms: Rooms): readonly Reaction<Unit>[] => [
  {
    on: claimConfirmed,
    name: 'confirm order line',
    react: ({ payload }: OutboxEvent<{ claimId: string; orderId: string }>, unit) => confirmClaim(unit, payload),
  },
  {
    on: claimReleased,
    name: 'refund released line',
    react: async ({ payload }: OutboxEvent<{ claimId: string; orderId: string | null }>, unit) => {
      const { claimId, orderId } = payload;
      if (orderId !== null) await releasePaidClaim(rooms, unit, { claimId, orderId });
    },
  },
];
