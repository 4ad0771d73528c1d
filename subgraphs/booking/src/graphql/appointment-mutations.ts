// Root fields that make and change appointments.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { completeAppointment, confirmAppointment, declineAppointment } from '../use-cases/answer-appointment.js';
import { cancelAppointment, rescheduleAppointment } from '../use-cases/move-appointment.js';
import { requestAppointment } from '../use-cases/request-appointment.js';
import { type BookingContext, buyerOf } from './context.js';
import {
  CancelAppointmentInput,
  CancelAppointmentPayload,
  CompleteAppointmentInput,
  CompleteAppointmentPayload,
  ConfirmAppointmentInput,
  ConfirmAppointmentPayload,
  DeclineAppointmentInput,
  DeclineAppointmentPayload,
  RequestAppointmentInput,
  RequestAppointmentPayload,
  RescheduleAppointmentInput,
  RescheduleAppointmentPayload,
} from './types/appointment-types.js';

@Resolver()
export class AppointmentMutations {
  @Mutation(() => RequestAppointmentPayload, {
    description:
      'Books a coach’s time; guests may. What has a price is HELD for 15 minutes and lies in the cart, at most 10 at a time; what needs a yes is REQUESTED; the rest is CONFIRMED at once. Refuses NOT_FOUND, SLOT_TAKEN, SLOT_NOT_OFFERED, OWN_OFFERING, OFFERING_ARCHIVED, NOT_A_COACH, TOO_MANY_HOLDS, IDEMPOTENCY_KEY_REUSED.',
  })
  async requestAppointment(
    @Arg('input', () => RequestAppointmentInput, { description: 'What and when.' }) input: RequestAppointmentInput,
    @Ctx() context: BookingContext,
  ) {
    return payload('appointment', await requestAppointment(context.rooms, buyerOf(context), input));
  }

  @Mutation(() => ConfirmAppointmentPayload, {
    description:
      'The coach says yes: the time is taken from now on. Refuses NOT_FOUND, SLOT_TAKEN, TOO_LATE, ILLEGAL_TRANSITION.',
  })
  async confirmAppointment(
    @Arg('input', () => ConfirmAppointmentInput, { description: 'Which.' }) { appointmentId }: ConfirmAppointmentInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('appointment', await confirmAppointment(rooms, viewerOf(call), appointmentId));
  }

  @Mutation(() => DeclineAppointmentPayload, {
    description: 'The coach says no. Refuses NOT_FOUND, ILLEGAL_TRANSITION.',
  })
  async declineAppointment(
    @Arg('input', () => DeclineAppointmentInput, { description: 'Which.' }) { appointmentId }: DeclineAppointmentInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('appointment', await declineAppointment(rooms, viewerOf(call), appointmentId));
  }

  @Mutation(() => RescheduleAppointmentPayload, {
    description:
      'Client or coach moves what is requested or confirmed to another slot; refused, it stays where it was. Refuses NOT_FOUND, SLOT_TAKEN, SLOT_NOT_OFFERED, TOO_LATE, NOT_A_COACH, ILLEGAL_TRANSITION.',
  })
  async rescheduleAppointment(
    @Arg('input', () => RescheduleAppointmentInput, { description: 'Which, and to when.' })
    input: RescheduleAppointmentInput,
    @Ctx() context: BookingContext,
  ) {
    return payload('appointment', await rescheduleAppointment(context.rooms, buyerOf(context), input));
  }

  @Mutation(() => CancelAppointmentPayload, {
    description:
      'Client or coach calls it off before it begins; what was paid goes back. Refuses NOT_FOUND, TOO_LATE, ILLEGAL_TRANSITION.',
  })
  async cancelAppointment(
    @Arg('input', () => CancelAppointmentInput, { description: 'Which.' }) { appointmentId }: CancelAppointmentInput,
    @Ctx() context: BookingContext,
  ) {
    return payload('appointment', await cancelAppointment(context.rooms, buyerOf(context), appointmentId));
  }

  @Mutation(() => CompleteAppointmentPayload, {
    description: 'The coach says how it went, once it has begun. Refuses NOT_FOUND, TOO_EARLY, ILLEGAL_TRANSITION.',
  })
  async completeAppointment(
    @Arg('input', () => CompleteAppointmentInput, { description: 'Which, and how.' }) input: CompleteAppointmentInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('appointment', await completeAppointment(rooms, viewerOf(call), input));
  }
}
