// Gives a seat that is free to those who wait, in the order in which they came: one offer at a time, for a limited time.
import { announce } from '@mosaic/kernel/outbox/event';
import { seatOffered } from '@mosaic/schema/events/booking';
import type { Unit } from '../data/unit-of-work.js';
import type { Event } from '../domain/event.js';
import { isOfferDue, offerUntil } from '../domain/waitlist.js';
import { tellAudience, tellCalendars } from './tell-event.js';

/** After every change that may have freed a seat, under the event's lock. Does nothing when none is free. */
export async function offerSeats(unit: Unit, event: Event): Promise<void> {
  if (event.status !== 'PUBLISHED') return;
  if (event.capacity === null) return seatEverybody(unit, event);
  const until = offerUntil(event, unit.now);
  if (!until || !isOfferDue(await unit.seats.count(event))) return;
  const userId = await unit.seats.offer(event.id, until);
  if (userId === null) return;
  const said = { eventId: event.id, title: event.title, userId, until: until.toISOString() };
  unit.announce(announce(seatOffered, event.id, said, unit.now));
}

/** Without a limit nobody has to wait: they asked for a seat, and have it. */
async function seatEverybody(unit: Unit, event: Event): Promise<void> {
  const userIds = await unit.seats.takeAll(event.id);
  if (userIds.length === 0) return;
  await unit.events.answer(event.id, userIds, 'GOING');
  await tellAudience(unit, event);
  tellCalendars(unit, event, userIds);
}
