// How an Appointment is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Appointment } from '../../domain/appointment.js';
import { idColumn, instant, integer, minorUnits, text } from './columns.js';

export const AppointmentRecord = new EntitySchema<Appointment>({
  class: Appointment,
  tableName: 'appointments',
  properties: {
    id: { ...idColumn, primary: true },
    offeringId: idColumn,
    coachUserId: idColumn,
    clientId: idColumn,
    status: text as never,
    title: text,
    priceMinor: minorUnits,
    currency: text,
    startsAt: instant,
    endsAt: instant,
    blockedFrom: instant,
    blockedUntil: instant,
    bufferBeforeMinutes: integer,
    bufferAfterMinutes: integer,
    requestedStart: instant,
    heldUntil: { ...instant, nullable: true },
    orderId: { ...idColumn, nullable: true },
    version: integer,
    createdAt: instant,
  },
});
