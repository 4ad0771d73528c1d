// Makes a link by which one person may join an event. Its token is in this answer and nowhere else, not even in the store.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { hashOfInvitation, newInvitationToken } from '../data/secrets/invitation-tokens.js';
import { EventInvitation, invitationExpiry, MOST_INVITATIONS, readInvitee } from '../domain/event-invitation.js';
import { refuseEvent } from '../domain/event-refusals.js';
import type { Rooms } from './rooms.js';
import { takeOwnEvent } from './take-event.js';

export interface InviteToEvent {
  readonly eventId: string;
  readonly email: string;
}

export interface Invited {
  readonly invitation: EventInvitation;
  readonly token: string;
}

/**
 * Inviting an address again replaces its unused link, so a retry leaves one link that counts: the last. Refuses
 * NOT_FOUND, NOT_ORGANISER, EVENT_NOT_OPEN (cancelled), EVENT_OVER, BAD_INPUT, TOO_MANY_IN_EVENT.
 */
export async function inviteToEvent(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { eventId, email }: InviteToEvent,
): Promise<Invited | Refusal> {
  const invitee = readInvitee(email);
  if (isRefusal(invitee)) return invitee;
  const token = newInvitationToken();
  const tokenHash = hashOfInvitation(token);
  if (tokenHash === null) throw new Error('a token of ours looks like one');
  return transact(async (unit) => {
    const event = await takeOwnEvent(unit, viewer, eventId);
    if (isRefusal(event)) return event;
    if (event.status === 'CANCELLED') return refuseEvent('EVENT_NOT_OPEN', { status: event.status });
    if (event.endsAt <= unit.now) return refuseEvent('EVENT_OVER');
    if ((await unit.invitations.count(event.id)) >= MOST_INVITATIONS)
      return refuseEvent('TOO_MANY_IN_EVENT', { limit: MOST_INVITATIONS });
    const invitation = Object.assign(new EventInvitation(), {
      id: mintId('EventInvitation'),
      eventId: event.id,
      email: invitee,
      tokenHash,
      createdAt: unit.now,
      expiresAt: invitationExpiry(event, unit.now),
      usedAt: null,
      usedById: null,
    });
    const id = await unit.invitations.put(invitation);
    return { invitation: Object.assign(invitation, { id }), token };
  });
}
