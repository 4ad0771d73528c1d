// An invitation: a link that lets one person, whoever they are, into an event once. The token in it is stored nowhere.
import type { Id } from '@mosaic/kernel/values/ids';
import { days, later, type Milliseconds } from '@mosaic/kernel/values/time';
import type { Event } from './event.js';

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

/** Two weeks, but not past the end of the event. */
export function invitationExpiry({ endsAt }: Pick<Event, 'endsAt'>, now: Date): Date {
  const expiry = later(now, LIFETIME);
  return expiry < endsAt ? expiry : endsAt;
}

export const statusOf = ({ usedAt, expiresAt }: EventInvitation, now: Date): InvitationStatus => {
  if (usedAt) return 'USED';
  return expiresAt > now ? 'OPEN' : 'EXPIRED';
};
