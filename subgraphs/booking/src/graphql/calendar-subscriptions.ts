// The calendar, live. Each event is executed in a context of its own, so its fields are read fresh.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { followCalendar } from '../data/live/follow-calendar.js';
import { CalendarEntry } from '../domain/calendar.js';
import type { BookingContext } from './context.js';
import { CalendarChanged } from './types/calendar-types.js';

interface Source {
  args: { after?: string | null };
  context: BookingContext;
}

@Resolver()
export class CalendarSubscriptions {
  @Subscription(() => CalendarChanged, {
    description:
      'Whatever changes in the viewer’s calendar. Kept for 30 days: beyond, `after` is refused with RESYNC_REQUIRED.',
    subscribe: async ({ args, context: { call, rooms } }: Source) =>
      followCalendar(rooms, viewerOf(call).id, args.after),
  })
  calendarChanged(
    @Root() event: CalendarChanged,
    @Arg('after', () => ID, {
      nullable: true,
      description:
        'The `eventId` of the last event received: what came after it is sent first. Without it, only what comes from now on.',
    })
    _after?: string | null,
  ): CalendarChanged {
    return event;
  }
}

@Resolver(() => CalendarChanged)
export class CalendarChangedFields {
  @FieldResolver(() => CalendarEntry, {
    nullable: true,
    description: 'The entry as it is now; null when it is not in the calendar any more.',
  })
  async entry(@Root() news: CalendarChanged, @Ctx() { call, rooms }: BookingContext): Promise<CalendarEntry | null> {
    return rooms.read.calendar.find(viewerOf(call).id, news);
  }
}
