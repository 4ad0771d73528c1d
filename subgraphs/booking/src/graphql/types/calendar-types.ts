// Calendars, as the graph shows them and tells of their changes.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarEntry, type CalendarEntryKind, calendarEntryKinds } from '../../domain/calendar.js';

const CalendarEntryKindEnum = enumOf('CalendarEntryKind', 'What stands in a calendar.', calendarEntryKinds);

describeType(CalendarEntry, 'CalendarEntry', {
  description: 'Something that stands in the viewer’s calendar.',
  fields: {
    id: [() => ID, 'The id of the appointment or event.'],
    kind: [() => CalendarEntryKindEnum, 'What it is: the field of that name is not null.'],
    startsAt: [() => DateTime, 'When it begins.'],
    endsAt: [() => DateTime, 'When it ends.'],
    title: [() => String, 'What it is called.'],
  },
});

@ObjectType({ description: 'Something in the viewer’s calendar came, changed or went.' })
export class CalendarChanged {
  @Field(() => ID, { description: 'Unique; give it as `after` to go on after this event.' })
  eventId: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: Date;

  @Field(() => CalendarEntryKindEnum, { description: 'What it was about.' })
  kind: CalendarEntryKind;

  @Field(() => ID, { description: 'The id of the appointment or event.' })
  itemId: string;
}
