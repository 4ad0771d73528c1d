// What other subgraphs announce, applied as the consumer would: each reaction once per event.
import { announce, type EventKind, isKind, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { claimConfirmed, claimHeld, claimReleased } from '@mosaic/schema/events/claims';
import { guestAdopted } from '@mosaic/schema/events/users';
import { applyOnceIn, reactionsIn } from '../../src/events/consume-events.js';
import type { Rooms } from '../../src/use-cases/rooms.js';

const NOW = new Date('2026-11-21T09:00:00.000Z');
const HELD_UNTIL = '2026-11-21T09:15:00.000Z';

/** An event that is being delivered, perhaps again. */
export async function deliver(rooms: Rooms, event: OutboxEvent): Promise<void> {
  const applyOnce = applyOnceIn(rooms);
  for (const { on, name, react } of reactionsIn(rooms))
    if (isKind(on as EventKind, event)) await applyOnce(name, event.id, (unit) => react(event as never, unit));
}

interface Held {
  claimId?: string;
  priceMinor?: number;
  currency?: string;
}

export function held(buyerId: string, { claimId, priceMinor = 5_000, currency = 'EUR' }: Held = {}) {
  const id = claimId ?? mintId('Appointment');
  const price = { amountMinor: priceMinor, currency };
  const payload = { claimId: id, itemId: id, buyerId, title: 'Coaching hour', price, heldUntil: HELD_UNTIL };
  return announce(claimHeld, id, payload, NOW);
}

export const released = (claimId: string) =>
  announce(claimReleased, claimId, { claimId, orderId: null, reason: 'EXPIRED' }, NOW);

export const confirmed = (claimId: string) =>
  announce(claimConfirmed, claimId, { claimId, orderId: mintId('Order') }, NOW);

export const adopted = (guestId: string, userId: string) => announce(guestAdopted, guestId, { guestId, userId }, NOW);
