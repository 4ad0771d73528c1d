// The calendar: appointments and events of the viewer on one line of time.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Appointment } from '../domain/appointment.js';
import { CalendarEntry } from '../domain/calendar.js';
import { Event } from '../domain/event.js';
import type { BookingContext } from './context.js';
import { requireRange } from './require-range.js';

@Resolver()
export class CalendarQueries {
  @Query(() => [CalendarEntry], {
    description:
      'What the viewer has to do with in a stretch of at most 62 days: appointments as client or coach, and events they organise or go to; by beginning, at most 1,000.',
  })
  calendar(
    @Arg('from', () => DateTime, { description: 'What ends after this.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'What begins before this.' }) to: Date,
    @Ctx() { call, rooms }: BookingContext,
  ): Promise<CalendarEntry[]> {
    const viewer = viewerOf(call);
    requireRange(from, to);
    return rooms.read.calendar.between(viewer.id, from, to);
  }
}

@Resolver(() => CalendarEntry)
export class CalendarEntryFields {
  @FieldResolver(() => Appointment, { nullable: true, description: 'The appointment, when it is one.' })
  async appointment(@Root() { kind, id }: CalendarEntry, @Ctx() { load }: BookingContext): Promise<Appointment | null> {
    return kind === 'APPOINTMENT' ? load.appointment.load(id) : null;
  }

  @FieldResolver(() => Event, { nullable: true, description: 'The event, when it is one.' })
  async event(@Root() { kind, id }: CalendarEntry, @Ctx() { load }: BookingContext): Promise<Event | null> {
    return kind === 'EVENT' ? load.event.load(id) : null;
  }
}
