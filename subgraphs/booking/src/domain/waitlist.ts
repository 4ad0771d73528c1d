// The waitlist of a full event. Its states and the ways between them are one table; offers go out one at a time, to the
// one who waits the longest.
import { hours, later, type Milliseconds } from '@mosaic/kernel/values/time';
import type { Event } from './event.js';
import type { Seats } from './rsvp.js';

export type WaitlistStatus = 'WAITING' | 'OFFERED' | 'TAKEN' | 'EXPIRED' | 'WITHDRAWN';

const next: Readonly<Record<WaitlistStatus, readonly WaitlistStatus[]>> = {
  WAITING: ['OFFERED', 'WITHDRAWN'],
  OFFERED: ['TAKEN', 'EXPIRED', 'WITHDRAWN'],
  TAKEN: [],
  EXPIRED: [],
  WITHDRAWN: [],
};

/** How long an offered seat is held. */
const OFFER: Milliseconds = hours(12);

export const canBecome = (from: WaitlistStatus, to: WaitlistStatus): boolean => next[from].includes(to);

/** The states from which the table leads to `to`. */
export const waysTo = (to: WaitlistStatus): readonly WaitlistStatus[] =>
  (Object.keys(next) as WaitlistStatus[]).filter((from) => canBecome(from, to));

/** Whether the next one who waits is offered a seat now. Each offer counts as a seat until it is taken or over. */
export const isOfferDue = ({ capacity, going, offered, waiting }: Seats): boolean =>
  waiting > 0 && offered === 0 && (capacity === null || going < capacity);

/** Until when a seat is offered: never past the start. Null when the event has begun, because then nobody is asked. */
export function offerUntil({ startsAt }: Pick<Event, 'startsAt'>, now: Date): Date | null {
  if (startsAt <= now) return null;
  const until = later(now, OFFER);
  return until < startsAt ? until : startsAt;
}
