// An invitation: a link that lets one person, whoever they are, into an event once. The token in it is stored nowhere.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import { days, later, type Milliseconds } from '@mosaic/kernel/values/time';
import type { Event } from './event.js';
import { refuseEvent } from './event-refusals.js';

const LIFETIME: Milliseconds = days(14);
export const MOST_INVITATIONS = 1_000;

export const invitationStatuses = {
  OPEN: 'Nobody has used it, and it still counts.',
  USED: 'Somebody came by it.',
  EXPIRED: 'Nobody used it in time.',
} as const;
export type InvitationStatus = keyof typeof invitationStatuses;

export class EventInvitation {
  id: Id<'EventInvitation'>;
  eventId: Id<'Event'>;
  email: string;
  /** SHA-256 of the token. */
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  usedById: Id<'User'> | null;
}

/** What the holder of a link sees before they join. */
export class InvitationPreview {
  event: Event;
  expiresAt: Date;
}

/** Two weeks, but not past the end of the event. */
export function invitationExpiry({ endsAt }: Pick<Event, 'endsAt'>, now: Date): Date {
  const expiry = later(now, LIFETIME);
  return expiry < endsAt ? expiry : endsAt;
}

export const statusOf = ({ usedAt, expiresAt }: EventInvitation, now: Date): InvitationStatus => {
  if (usedAt) return 'USED';
  return expiresAt > now ? 'OPEN' : 'EXPIRED';
};

/** RFC 5321, section 4.5.3.1.3 (path without its brackets). */
const LONGEST_ADDRESS = 254;
const ADDRESS =
  /^[^\s@"<>()[\]\\,;:\p{Cc}\p{Cs}]{1,64}@[^\s@"<>()[\]\\,;:\p{Cc}\p{Cs}]+\.[^\s@"<>()[\]\\,;:.\p{Cc}\p{Cs}]{2,63}$/u;

/** The trimmed address; refuses (BAD_INPUT) what cannot be one. It is the organiser's note: nothing is proven by it. */
export function readInvitee(text: string): string | Refusal {
  const email = text.trim();
  if (email.length <= LONGEST_ADDRESS && ADDRESS.test(email)) return email;
  return refuseEvent('BAD_INPUT', { reason: 'this is not an e-mail address' }).at('email');
}
