// Taking an event to change it: only those who take part know of it, and only its organiser changes the event itself.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Unit } from '../data/unit-of-work.js';
import type { Taken } from '../data/writers/write-events.js';
import type { Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';

/** Refuses NOT_FOUND to whoever does not take part. Locked until the unit ends. */
export async function takeEvent(unit: Unit, viewer: Viewer, eventId: string): Promise<Taken | Refusal> {
  return (await unit.events.takeFor(viewer.id, eventId)) ?? refuseEvent('NOT_FOUND').at('eventId');
}

/** Refuses NOT_FOUND, and NOT_ORGANISER to others who take part. */
export async function takeOwnEvent(unit: Unit, viewer: Viewer, eventId: string): Promise<Event | Refusal> {
  const taken = await takeEvent(unit, viewer, eventId);
  if (isRefusal(taken)) return taken;
  return taken.event.organiserId === viewer.id ? taken.event : refuseEvent('NOT_ORGANISER');
}
