// A claim is confirmed or released: nothing is left to buy, so its line goes from whatever cart it is in.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { claimConfirmed, claimReleased } from '@mosaic/schema/events/claims';
import type { Unit } from '../data/unit-of-work.js';

const forget = async ({ payload }: OutboxEvent<{ claimId: string }>, unit: Unit): Promise<void> => {
  await unit.carts.removeClaim(payload.claimId);
};

export const onClaimOver: readonly Reaction<Unit>[] = [
  { on: claimReleased, name: 'take released claim out of cart', react: forget },
  { on: claimConfirmed, name: 'take confirmed claim out of cart', react: forget },
];
