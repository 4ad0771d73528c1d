// When a coach works and can be booked, as the graph shows and takes it.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { ArrayMaxSize } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { showTime } from '../../domain/local-time.js';
import type { Hours, Schedule } from '../../domain/schedule.js';
import { payloadType } from './payload-type.js';

/** In the order of ISO 8601: the first is 1. */
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
type Weekday = (typeof weekdays)[number];

const WeekdayEnum = enumOf<Weekday>(
  'Weekday',
  'A day of the week.',
  Object.fromEntries(
    weekdays.map((day) => [day, `${day[0]}${day.slice(1).toLowerCase()}, local to the schedule’s zone.`]),
  ) as Record<Weekday, string>,
);

const LOCAL = 'as HH:mm on the local clock';

@ObjectType({ description: 'Hours of a local day.' })
export class LocalHours {
  @Field(() => String, { description: `When they begin, ${LOCAL}.` })
  startTime: string;

  @Field(() => String, { description: `When they end, ${LOCAL}; 24:00 is the end of the day.` })
  endTime: string;
}

@ObjectType({ description: 'Hours of every such day of the week.' })
export class WeeklyHours extends LocalHours {
  @Field(() => WeekdayEnum, { description: 'The day.' })
  weekday: Weekday;
}

@ObjectType({ description: 'A date with hours of its own instead of the weekly ones.' })
export class DateHours {
  @Field(() => String, { description: 'The local date, as YYYY-MM-DD.' })
  date: string;

  @Field(() => [LocalHours], { description: 'Its hours, at most 10 stretches; none is a day off.' })
  hours: LocalHours[];
}

@ObjectType({ description: 'When a coach works, on the clock of one time zone.' })
export class CoachSchedule {
  @Field(() => String, { description: 'The IANA time zone that all of it is local to.' })
  timeZone: string;

  @Field(() => [WeeklyHours], { description: 'The hours of each week, at most 50 stretches.' })
  weeklyRules: WeeklyHours[];

  @Field(() => [DateHours], { description: 'The dates that are different, from yesterday on, at most 366.' })
  overrides: DateHours[];
}

@ObjectType({ description: 'A time that can be booked, unless somebody else is quicker.' })
export class Slot {
  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt: Date;

  @Field(() => String, {
    description: 'The beginning on the clock of `zone`, with its offset: 2026-03-29T09:00+02:00.',
  })
  localStart: string;

  @Field(() => String, { description: 'The IANA time zone of `localStart`.' })
  zone: string;
}

@InputType({ description: 'Hours of a local day.' })
export class LocalHoursInput {
  @Field(() => String, { description: `When they begin, ${LOCAL}.` })
  startTime: string;

  @Field(() => String, { description: `When they end, ${LOCAL}, at most 24:00.` })
  endTime: string;
}

@InputType({ description: 'Hours of every such day of the week.' })
export class WeeklyRuleInput extends LocalHoursInput {
  @Field(() => WeekdayEnum, { description: 'The day.' })
  weekday: Weekday;
}

@InputType({ description: 'The whole week, in place of what was there.' })
export class SetWeeklyRulesInput {
  @Field(() => [WeeklyRuleInput], { description: 'The hours, at most 50 stretches; those of a day must not overlap.' })
  @ArrayMaxSize(50)
  rules: WeeklyRuleInput[];

  @Field(() => String, { nullable: true, description: 'The IANA time zone; absent or null leaves it as it is.' })
  timeZone?: string | null;
}

@InputType({ description: 'A date with hours of its own.' })
export class SetScheduleOverrideInput {
  @Field(() => String, { description: 'The local date, as YYYY-MM-DD.' })
  date: string;

  @Field(() => [LocalHoursInput], { description: 'Its hours, at most 10 stretches; none at all is a day off.' })
  @ArrayMaxSize(10)
  hours: LocalHoursInput[];
}

@InputType({ description: 'A date that shall follow the weekly rules again.' })
export class RemoveScheduleOverrideInput {
  @Field(() => String, { description: 'The local date, as YYYY-MM-DD.' })
  date: string;
}

const theSchedule = {
  schedule: { type: () => CoachSchedule, description: 'The schedule, as it is now.' },
};
export const SetWeeklyRulesPayload = payloadType('SetWeeklyRules', theSchedule);
export const SetScheduleOverridePayload = payloadType('SetScheduleOverride', theSchedule);
export const RemoveScheduleOverridePayload = payloadType('RemoveScheduleOverride', theSchedule);

export const numberOf = (weekday: Weekday): number => weekdays.indexOf(weekday) + 1;

const showHours = ({ start, end }: Hours): LocalHours => ({ startTime: showTime(start), endTime: showTime(end) });

export const showSchedule = ({ timeZone, rules, overrides }: Schedule): CoachSchedule => ({
  timeZone,
  weeklyRules: rules.map(({ weekday, ...hours }) => ({
    ...showHours(hours),
    weekday: weekdays[weekday - 1] ?? 'MONDAY',
  })),
  overrides: overrides.map(({ date, hours }) => ({ date, hours: hours.map(showHours) })),
});
