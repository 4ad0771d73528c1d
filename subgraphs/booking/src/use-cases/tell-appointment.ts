// Says that an appointment changed: to the other subgraphs, and to the calendars of both who meet.

import { announce } from '@mosaic/kernel/outbox/event';
import { audited } from '@mosaic/schema/events/audit';
import { appointmentChanged } from '@mosaic/schema/events/booking';
import { claimReleased } from '@mosaic/schema/events/claims';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import type { Appointment } from '../domain/appointment.js';

export type Change = z.infer<typeof appointmentChanged.payload>['change'];
type Reason = z.infer<typeof claimReleased.payload>['reason'];

/** `byId` is who did it; null for the clock. */
export function tellChange(unit: Unit, appointment: Appointment, change: Change, byId: string | null): void {
  const { id, clientId, coachUserId, startsAt, endsAt } = appointment;
  const payload = {
    appointmentId: id,
    clientId,
    coachUserId,
    change,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    byUserId: byId,
  };
  unit.announce(announce(appointmentChanged, id, payload, unit.now));
  unit.calendars.tell([clientId, coachUserId], { kind: 'APPOINTMENT', itemId: id });
}

/** What a coach did over a client's appointment is kept for the record. */
export function tellAudit(
  unit: Unit,
  { id, coachUserId, startsAt }: Appointment,
  actorId: string,
  action: string,
): void {
  if (actorId !== coachUserId) return;
  const details = { startsAt: startsAt.toISOString() };
  unit.announce(announce(audited, id, { actorId, action, subjectId: id, details }, unit.now));
}

/** `orderId` is given when money was taken, which commerce then gives back. */
export function tellReleased(
  unit: Unit,
  { id }: Pick<Appointment, 'id'>,
  reason: Reason,
  orderId: string | null,
): void {
  unit.announce(announce(claimReleased, id, { claimId: id, orderId, reason }, unit.now));
}
