// Root fields that read appointments.
import type { Connection } from '@mosaic/kernel/paging/page';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { Appointment, type AppointmentStatus } from '../domain/appointment.js';
import { type BookingContext, buyerOf } from './context.js';
import { requireRange } from './require-range.js';
import { AppointmentConnection, AppointmentStatusEnum } from './types/appointment-types.js';

@ArgsType()
class MyAppointmentsArgs extends ConnectionArgs {
  @Field(() => AppointmentStatusEnum, { nullable: true, description: 'Only those that are so.' })
  status?: AppointmentStatus | null;
}

@Resolver()
export class AppointmentQueries {
  @Query(() => Appointment, {
    nullable: true,
    description: 'An appointment of the viewer or guest, as client or coach; null for any other.',
  })
  appointment(
    @Arg('id', () => ID, { description: 'Id of the appointment.' }) id: string,
    @Ctx() { load }: BookingContext,
  ): Promise<Appointment | null> {
    return load.appointment.load(id);
  }

  @Query(() => [Appointment], {
    description:
      'What the viewer, as a coach, has before them: what takes place and what is asked, by beginning, in a stretch of at most 62 days, at most 1,000.',
  })
  planning(
    @Arg('from', () => DateTime, { description: 'What ends after this.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'What begins before this.' }) to: Date,
    @Ctx() { call, rooms }: BookingContext,
  ): Promise<Appointment[]> {
    const coach = viewerOf(call);
    requireRange(from, to);
    return rooms.read.appointments.planned(coach, from, to);
  }

  @Query(() => AppointmentConnection, {
    description: 'What the viewer or guest booked, the latest beginning first.',
  })
  myAppointments(
    @Args(() => MyAppointmentsArgs) { status, ...page }: MyAppointmentsArgs,
    @Ctx() context: BookingContext,
  ): Promise<Connection<Appointment>> {
    return context.rooms.read.appointments.ofClient(buyerOf(context), status ?? null, page);
  }
}
