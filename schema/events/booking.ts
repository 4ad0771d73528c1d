// What the booking subgraph tells the others, beside its claims.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

/** An appointment came into being or changed. Key: the appointment's id. */
export const appointmentChanged = defineEvent(
  'AppointmentChanged',
  1,
  z.object({
    appointmentId: z.string(),
    /** A User or a Guest. */
    clientId: z.string(),
    coachUserId: z.string(),
    change: z.enum([
      'REQUESTED',
      'HELD',
      'CONFIRMED',
      'DECLINED',
      'RESCHEDULED',
      'CANCELLED',
      'RELEASED',
      'COMPLETED',
      'NO_SHOW',
    ]),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    /** Who did it; null for the clock. */
    byUserId: z.string().nullable(),
  }),
);

/** Who belongs to an event now: organiser and everybody GOING or MAYBE. Key: the event's id. */
export const eventAudienceChanged = defineEvent(
  'EventAudienceChanged',
  1,
  z.object({ eventId: z.string(), title: z.string(), organiserId: z.string(), userIds: z.array(z.string()) }),
);

/** A seat of a full event became free for somebody who waited. Key: the event's id. */
export const seatOffered = defineEvent(
  'SeatOffered',
  1,
  z.object({ eventId: z.string(), title: z.string(), userId: z.string(), until: z.iso.datetime() }),
);
