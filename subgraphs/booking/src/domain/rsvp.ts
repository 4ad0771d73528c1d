// How somebody stands towards an event: what they may answer, and what an answer becomes when seats are scarce.
import type { Id } from '@mosaic/kernel/values/ids';

export const rsvpAnswers = {
  GOING: 'Wants a seat.',
  MAYBE: 'May come; holds no seat.',
  DECLINED: 'Will not come.',
} as const;
export type RsvpAnswer = keyof typeof rsvpAnswers;

export const rsvpStatuses = {
  UNANSWERED: 'Has not answered, or let an offered seat pass.',
  GOING: 'Has a seat.',
  WAITLISTED: 'Wants a seat when one becomes free.',
  MAYBE: 'May come; holds no seat.',
  DECLINED: 'Will not come.',
} as const;
export type RsvpStatus = keyof typeof rsvpStatuses;

export const MOST_PARTICIPANTS = 1_000;

export class EventParticipant {
  eventId: Id<'Event'>;
  userId: Id<'User'>;
  rsvp: RsvpStatus;
  joinedAt: Date;
  answeredAt: Date | null;
}

/** How full an event is, read under its lock. */
export interface Seats {
  /** Null without a limit. */
  readonly capacity: number | null;
  readonly going: number;
  /** Offers that are open: their seats are nobody else's meanwhile. */
  readonly offered: number;
  readonly waiting: number;
}

/** Whoever is GOING or MAYBE belongs to the event, and so does its organiser, whatever they answer. */
export const belongs = (rsvp: RsvpStatus): boolean => rsvp === 'GOING' || rsvp === 'MAYBE';

/** A free seat goes to a newcomer only when nobody waits for one. */
export function settleAnswer(answer: RsvpAnswer, before: RsvpStatus, seats: Seats): RsvpStatus {
  if (answer !== 'GOING') return answer;
  if (before === 'GOING' || before === 'WAITLISTED') return before;
  const isFree = seats.capacity === null || seats.going + seats.offered < seats.capacity;
  return isFree && seats.offered + seats.waiting === 0 ? 'GOING' : 'WAITLISTED';
}
