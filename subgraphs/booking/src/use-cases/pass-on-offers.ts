// Due by the clock: an offered seat that nobody took in time goes to the next who waits.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { offerSeats } from './offer-seats.js';
import type { Rooms } from './rooms.js';

/** How many offers were over. Safe in several processes: under the event's lock the second finds nothing due. */
export async function passOnOffers({ read, transact, clock }: Rooms): Promise<number> {
  let settled = 0;
  for (const eventId of await read.events.systemOffersDue(clock.now())) {
    const passed = await transact(async (unit) => {
      const event = await unit.events.take(eventId);
      if (!event) return 0;
      const userIds = await unit.seats.expire(event.id);
      if (userIds.length > 0) await unit.events.answer(event.id, userIds, 'UNANSWERED');
      await offerSeats(unit, event);
      return userIds.length;
    });
    settled += isRefusal(passed) ? 0 : passed;
  }
  return settled;
}
