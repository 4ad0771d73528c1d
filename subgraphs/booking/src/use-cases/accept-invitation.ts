// Joins an event by a link. The link is for one person: of any number of racers one joins, and coming again changes nothing.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { hashOfInvitation } from '../data/secrets/invitation-tokens.js';
import type { Unit } from '../data/unit-of-work.js';
import { checkOpen, type Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';
import { MOST_PARTICIPANTS } from '../domain/rsvp.js';
import type { Rooms } from './rooms.js';

/**
 * The event. Whoever takes part already does so further, and leaves the link unused. Refuses NOT_FOUND, EVENT_NOT_OPEN,
 * EVENT_OVER, INVITATION_USED, INVITATION_EXPIRED, EVENT_FULL_OF_PEOPLE.
 */
export async function acceptInvitation({ transact }: Rooms, viewer: Viewer, token: string): Promise<Event | Refusal> {
  const tokenHash = hashOfInvitation(token);
  if (tokenHash === null) return unknown();
  return transact(async (unit) => {
    const invitation = await unit.invitations.find(tokenHash);
    const event = invitation && (await unit.events.take(invitation.eventId));
    if (!event) return unknown();
    if (await unit.events.participant(event.id, viewer.id)) return event;
    return (await refuseJoining(unit, event, viewer, tokenHash)) ?? event;
  });
}

async function refuseJoining(unit: Unit, event: Event, viewer: Viewer, tokenHash: string): Promise<Refusal | null> {
  const refusal = checkOpen(event, unit.now);
  if (refusal) return refusal;
  if ((await unit.events.participantIds(event.id)).length >= MOST_PARTICIPANTS)
    return refuseEvent('EVENT_FULL_OF_PEOPLE', { limit: MOST_PARTICIPANTS });
  if (await unit.invitations.spend(tokenHash, viewer.id)) {
    await unit.events.join(event.id, viewer.id);
    return null;
  }
  const found = await unit.invitations.find(tokenHash);
  if (!found) return unknown();
  return refuseEvent(found.usedAt ? 'INVITATION_USED' : 'INVITATION_EXPIRED');
}

const unknown = (): Refusal => refuseEvent('NOT_FOUND').at('token');
