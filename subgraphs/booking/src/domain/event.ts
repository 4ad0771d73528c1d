// An event: an occasion that people are invited to. Its states and the ways between them are one table.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import { refuseEvent } from './event-refusals.js';

export const eventStatuses = {
  DRAFT: 'Being prepared: only the organiser sees it.',
  PUBLISHED: 'Invitations count, and people answer.',
  CANCELLED: 'Called off; nothing brings it back.',
} as const;
export type EventStatus = keyof typeof eventStatuses;

const next: Readonly<Record<EventStatus, readonly EventStatus[]>> = {
  DRAFT: ['PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['CANCELLED'],
  CANCELLED: [],
};

export class Event {
  id: Id<'Event'>;
  organiserId: Id<'User'>;
  status: EventStatus;
  title: string;
  /** Empty when nothing is said. */
  description: string;
  /** Where it is; null while unknown. */
  place: string | null;
  startsAt: Date;
  endsAt: Date;
  /** The IANA zone its times are meant in. */
  timeZone: string;
  /** How many may go; null without a limit. */
  capacity: number | null;
  /** What its expenses are counted in: that of the first one, for good. */
  currency: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Refuses ILLEGAL_EVENT_TRANSITION unless the table has the way. */
export function checkEventStep(from: EventStatus, to: EventStatus): Refusal | null {
  if (next[from].includes(to)) return null;
  const allowed = next[from].join(' or ') || 'nothing else';
  return refuseEvent('ILLEGAL_EVENT_TRANSITION', { from, to, allowed });
}

/** Refuses what needs a published event that is not over: EVENT_NOT_OPEN, EVENT_OVER. */
export function checkOpen({ status, endsAt }: Pick<Event, 'status' | 'endsAt'>, now: Date): Refusal | null {
  if (status !== 'PUBLISHED') return refuseEvent('EVENT_NOT_OPEN', { status });
  return endsAt <= now ? refuseEvent('EVENT_OVER') : null;
}
