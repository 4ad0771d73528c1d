// Somebody who takes part says whether they come. Under the event's lock, so that of any number of racers no more get a
// seat than there are; the others wait in the order in which they asked.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Unit } from '../data/unit-of-work.js';
import { checkOpen, type Event } from '../domain/event.js';
import { belongs, type RsvpAnswer, type RsvpStatus, settleAnswer } from '../domain/rsvp.js';
import { offerSeats } from './offer-seats.js';
import type { Rooms } from './rooms.js';
import { takeEvent } from './take-event.js';
import { tellAudience, tellCalendars } from './tell-event.js';

export interface RsvpEvent {
  readonly eventId: string;
  readonly answer: RsvpAnswer;
}

/** Answering the same again changes nothing. Refuses NOT_FOUND, EVENT_NOT_OPEN, EVENT_OVER. */
export const rsvpEvent = (
  { transact }: Rooms,
  viewer: Viewer,
  { eventId, answer }: RsvpEvent,
): Promise<Event | Refusal> =>
  transact(async (unit) => {
    const taken = await takeEvent(unit, viewer, eventId);
    if (isRefusal(taken)) return taken;
    const { event, self } = taken;
    const refusal = checkOpen(event, unit.now);
    if (refusal) return refusal;
    const after = settleAnswer(answer, self.rsvp, await unit.seats.count(event));
    if (after !== self.rsvp) await moveTo(unit, event, viewer.id, self.rsvp, after);
    return event;
  });

async function moveTo(unit: Unit, event: Event, userId: string, before: RsvpStatus, after: RsvpStatus): Promise<void> {
  if (before === 'WAITLISTED') await unit.seats.withdraw(event.id, userId);
  if (after === 'WAITLISTED') await unit.seats.wait(event.id, userId);
  await unit.events.answer(event.id, [userId], after);
  if (belongs(before) !== belongs(after)) {
    await tellAudience(unit, event);
    tellCalendars(unit, event, [userId]);
  }
  // A seat that was given up, or an offer that was, goes to the next.
  if (before === 'GOING' || before === 'WAITLISTED') await offerSeats(unit, event);
}
