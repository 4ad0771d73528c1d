// What others hear when an event or those who belong to it change: their calendars, and the other subgraphs.
import { announce } from '@mosaic/kernel/outbox/event';
import { eventAudienceChanged } from '@mosaic/schema/events/booking';
import type { Unit } from '../data/unit-of-work.js';
import type { Event } from '../domain/event.js';

/** Says who belongs to the event now; with the change, or not at all. */
export async function tellAudience(unit: Unit, event: Event): Promise<void> {
  const { id: eventId, title, organiserId } = event;
  const userIds = await unit.events.audience(event);
  unit.announce(announce(eventAudienceChanged, eventId, { eventId, title, organiserId, userIds }, unit.now));
}

/** The event stands otherwise in these persons' calendars, or is new there, or gone. */
export const tellCalendars = (unit: Unit, { id }: Event, userIds: readonly string[]): void =>
  unit.calendars.tell(userIds, { kind: 'EVENT', itemId: id });

/** The same for everybody who belongs to it. */
export const tellAllCalendars = async (unit: Unit, event: Event): Promise<void> =>
  tellCalendars(unit, event, await unit.events.audience(event));
