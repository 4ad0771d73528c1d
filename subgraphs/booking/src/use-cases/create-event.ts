// Makes an event, as a draft that only its organiser sees. Safe to retry with the same key.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { Event } from '../domain/event.js';
import { type EventDetails, readDetails } from '../domain/event-details.js';
import type { Rooms } from './rooms.js';
import { takeOwnEvent } from './take-event.js';
import { tellAudience } from './tell-event.js';

export interface CreateEvent extends EventDetails {
  readonly idempotencyKey: string;
}

/** Refuses BAD_INPUT and IDEMPOTENCY_KEY_REUSED. */
export async function createEvent(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { idempotencyKey: key, ...given }: CreateEvent,
): Promise<Event | Refusal> {
  const details = readDetails(given);
  if (isRefusal(details)) return details;
  return transact(async (unit) => {
    const id = await unit.once({ actor: viewer.id, operation: 'createEvent', key, input: given }, async () => {
      const made = {
        id: mintId('Event'),
        organiserId: viewer.id,
        status: 'DRAFT',
        currency: null,
        version: 1,
      } as const;
      const event = Object.assign(new Event(), details, made, { createdAt: unit.now, updatedAt: unit.now });
      await unit.events.add(event);
      await tellAudience(unit, event);
      return event.id;
    });
    return isRefusal(id) ? id : takeOwnEvent(unit, viewer, id);
  });
}
