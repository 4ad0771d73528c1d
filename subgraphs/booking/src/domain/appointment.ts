// A coach's time, asked for or taken by a client.
import type { Id } from '@mosaic/kernel/values/ids';

/** What an appointment can be. Those that are HELD or CONFIRMED take the coach's time. */
export const appointmentStatuses = {
  REQUESTED: 'The client asked; the coach has not answered. Takes no time yet.',
  HELD: 'The time is kept for the client until `heldUntil`, while they pay.',
  CONFIRMED: 'It will take place.',
  DECLINED: 'The coach said no.',
  CANCELLED: 'Called off by the client, the coach, or a refund.',
  RELEASED: 'It was held and not paid in time, or given back.',
  COMPLETED: 'It took place.',
  NO_SHOW: 'The client did not come.',
} as const;
export type AppointmentStatus = keyof typeof appointmentStatuses;

export class Appointment {
  id: Id<'Appointment'>;
  offeringId: Id<'Offering'>;
  coachUserId: Id<'User'>;
  /** A User or a Guest. */
  clientId: string;
  status: AppointmentStatus;
  /** The offering's name at that moment. */
  title: string;
  priceMinor: number;
  currency: string;
  startsAt: Date;
  endsAt: Date;
  /** From the buffer before to the buffer after: what no other appointment of the coach may touch. Half-open. */
  blockedFrom: Date;
  blockedUntil: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** The start that was asked for first; it outlives every change of plan. */
  requestedStart: Date;
  heldUntil: Date | null;
  /** The order that paid for it. */
  orderId: string | null;
  version: number;
  createdAt: Date;
}
