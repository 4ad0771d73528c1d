// Takes the seat that was offered to somebody who waited.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { checkOpen, type Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';
import { offerSeats } from './offer-seats.js';
import type { Rooms } from './rooms.js';
import { takeEvent } from './take-event.js';
import { tellAudience, tellCalendars } from './tell-event.js';

/** Whoever has a seat already keeps it. Refuses NOT_FOUND, EVENT_NOT_OPEN, EVENT_OVER, and NO_SEAT_OFFERED when it is too late. */
export const acceptSeat = ({ transact }: Rooms, viewer: Viewer, eventId: string): Promise<Event | Refusal> =>
  transact(async (unit) => {
    const taken = await takeEvent(unit, viewer, eventId);
    if (isRefusal(taken)) return taken;
    const { event, self } = taken;
    if (self.rsvp === 'GOING') return event;
    const refusal = checkOpen(event, unit.now);
    if (refusal) return refusal;
    if (!(await unit.seats.take(event.id, viewer.id))) return refuseEvent('NO_SEAT_OFFERED');
    await unit.events.answer(event.id, [viewer.id], 'GOING');
    await tellAudience(unit, event);
    tellCalendars(unit, event, [viewer.id]);
    await offerSeats(unit, event);
    return event;
  });
