// Root fields by which coaches say when they work.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { removeScheduleOverride, setScheduleOverride, setWeeklyRules } from '../use-cases/schedules.js';
import type { BookingContext } from './context.js';
import {
  numberOf,
  RemoveScheduleOverrideInput,
  RemoveScheduleOverridePayload,
  SetScheduleOverrideInput,
  SetScheduleOverridePayload,
  SetWeeklyRulesInput,
  SetWeeklyRulesPayload,
  showSchedule,
} from './types/schedule-types.js';

type Outcome = Awaited<ReturnType<typeof setWeeklyRules>>;
const shown = (outcome: Outcome) => payload('schedule', isRefusal(outcome) ? outcome : showSchedule(outcome));

@Resolver()
export class ScheduleMutations {
  @Mutation(() => SetWeeklyRulesPayload, {
    description: 'Replaces the viewer’s weekly hours. For approved coaches. Refuses NOT_A_COACH, BAD_INPUT.',
  })
  async setWeeklyRules(
    @Arg('input', () => SetWeeklyRulesInput, { description: 'The week.' }) { rules, timeZone }: SetWeeklyRulesInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const week = rules.map(({ weekday, ...hours }) => ({ ...hours, weekday: numberOf(weekday) }));
    return shown(await setWeeklyRules(rooms, viewerOf(call), { rules: week, timeZone: timeZone ?? null }));
  }

  @Mutation(() => SetScheduleOverridePayload, {
    description: 'Gives one date other hours than its weekday, or none. Refuses NOT_A_COACH, BAD_INPUT.',
  })
  async setScheduleOverride(
    @Arg('input', () => SetScheduleOverrideInput, { description: 'The date.' }) input: SetScheduleOverrideInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return shown(await setScheduleOverride(rooms, viewerOf(call), input));
  }

  @Mutation(() => RemoveScheduleOverridePayload, {
    description: 'Lets a date follow the weekly rules again. Refuses NOT_A_COACH, BAD_INPUT.',
  })
  async removeScheduleOverride(
    @Arg('input', () => RemoveScheduleOverrideInput, { description: 'The date.' }) {
      date,
    }: RemoveScheduleOverrideInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return shown(await removeScheduleOverride(rooms, viewerOf(call), date));
  }
}
