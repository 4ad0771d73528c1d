// Changes what an organiser says about an event. More seats are offered to those who wait; fewer than taken cannot be.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Unit } from '../data/unit-of-work.js';
import type { Event } from '../domain/event.js';
import { type EventDetails, readDetails } from '../domain/event-details.js';
import { refuseEvent } from '../domain/event-refusals.js';
import { offerSeats } from './offer-seats.js';
import type { Rooms } from './rooms.js';
import { takeOwnEvent } from './take-event.js';
import { tellAllCalendars } from './tell-event.js';

export interface UpdateEvent {
  readonly eventId: string;
  /** The version the change was made from. */
  readonly expectedVersion: number;
  /** What is absent stays. */
  readonly changes: Partial<EventDetails>;
}

/** The changed event. Refuses NOT_FOUND, NOT_ORGANISER, CONFLICT, EVENT_NOT_OPEN, BAD_INPUT, CAPACITY_BELOW_GOING. */
export const updateEvent = (
  { transact }: Rooms,
  viewer: Viewer,
  { eventId, expectedVersion, changes }: UpdateEvent,
): Promise<Event | Refusal> =>
  transact(async (unit) => {
    const event = await takeOwnEvent(unit, viewer, eventId);
    if (isRefusal(event)) return event;
    if (event.version !== expectedVersion) return refuseEvent('CONFLICT').at('expectedVersion');
    if (event.status === 'CANCELLED') return refuseEvent('EVENT_NOT_OPEN', { status: event.status });
    const { title, description, place, startsAt, endsAt, timeZone, capacity } = event;
    const details = readDetails({ title, description, place, startsAt, endsAt, timeZone, capacity, ...changes });
    if (isRefusal(details)) return details;
    const refusal = await refuseCapacity(unit, event, details.capacity);
    if (refusal) return refusal;
    const changed = await unit.events.change(event, details);
    await offerSeats(unit, changed);
    await tellAllCalendars(unit, changed);
    return changed;
  });

async function refuseCapacity(unit: Unit, event: Event, capacity: number | null): Promise<Refusal | null> {
  if (capacity === null) return null;
  const { going, offered } = await unit.seats.count(event);
  if (going + offered <= capacity) return null;
  return refuseEvent('CAPACITY_BELOW_GOING', { going: going + offered }).at('capacity');
}
