// Appointments, as the graph shows and takes them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { Purchasable } from '@mosaic/schema/types/purchasable';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Appointment, appointmentStatuses } from '../../domain/appointment.js';
import { payloadType } from './payload-type.js';

export const AppointmentStatusEnum = enumOf('AppointmentStatus', 'What an appointment can be.', appointmentStatuses);

const outcomes = { COMPLETED: appointmentStatuses.COMPLETED, NO_SHOW: appointmentStatuses.NO_SHOW };
const AppointmentOutcomeEnum = enumOf('AppointmentOutcome', 'How an appointment went.', outcomes);

describeType(Appointment, 'Appointment', {
  description: entities.Appointment.description,
  implements: [Node, Purchasable],
  directives: ['@key(fields: "id")'],
  fields: {
    id: [() => ID, 'Opaque global id.'],
    status: [() => AppointmentStatusEnum, 'What it is now.'],
    title: [() => String, 'What was booked, as it was called then.'],
    startsAt: [() => DateTime, 'When it begins.'],
    endsAt: [() => DateTime, 'When it ends.'],
    heldUntil: [() => DateTime, 'Until when it is kept while it is HELD.', { nullable: true }],
    version: [() => Int, 'Grows with every change.'],
    createdAt: [() => DateTime, 'When it was asked for.'],
  },
});

export const AppointmentConnection = connectionType('Appointment', Appointment);

@InputType({ description: 'What to book, and when.' })
export class RequestAppointmentInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId: string;

  @Field(() => DateTime, { description: 'The `startsAt` of one of the coach’s slots.' })
  startsAt: Date;

  @Field(() => GraphQLUUID, { description: 'A UUID for this one appointment; retry with the same.' })
  idempotencyKey: string;
}

@InputType({ description: 'Another time for an appointment.' })
export class RescheduleAppointmentInput {
  @Field(() => ID, { description: 'Which.' })
  appointmentId: string;

  @Field(() => DateTime, { description: 'The `startsAt` of one of the coach’s slots.' })
  startsAt: Date;
}

@InputType({ description: 'How an appointment went.' })
export class CompleteAppointmentInput {
  @Field(() => ID, { description: 'Which.' })
  appointmentId: string;

  @Field(() => AppointmentOutcomeEnum, { description: 'How it went.' })
  outcome: keyof typeof outcomes;
}

@InputType({ description: 'Which request to grant.' })
export class ConfirmAppointmentInput {
  @Field(() => ID, { description: 'Which.' })
  appointmentId: string;
}

@InputType({ description: 'Which request to turn down.' })
export class DeclineAppointmentInput {
  @Field(() => ID, { description: 'Which.' })
  appointmentId: string;
}

@InputType({ description: 'Which appointment to call off.' })
export class CancelAppointmentInput {
  @Field(() => ID, { description: 'Which.' })
  appointmentId: string;
}

const theAppointment = {
  appointment: { type: () => Appointment, description: 'The appointment, as it is now.' },
};
export const RequestAppointmentPayload = payloadType('RequestAppointment', theAppointment);
export const ConfirmAppointmentPayload = payloadType('ConfirmAppointment', theAppointment);
export const DeclineAppointmentPayload = payloadType('DeclineAppointment', theAppointment);
export const RescheduleAppointmentPayload = payloadType('RescheduleAppointment', theAppointment);
export const CancelAppointmentPayload = payloadType('CancelAppointment', theAppointment);
export const CompleteAppointmentPayload = payloadType('CompleteAppointment', theAppointment);
