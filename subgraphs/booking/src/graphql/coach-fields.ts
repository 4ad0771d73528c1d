// What booking knows of a coach: what they offer, and when.
import { isRefusal, RefusedError } from '@mosaic/kernel/refusal/refusal';
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { retype } from '@mosaic/kernel/values/ids';
import { days, later, minutes } from '@mosaic/kernel/values/time';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { DateTime as LocalTime } from 'luxon';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Coach } from '../domain/coach.js';
import { readZone } from '../domain/local-time.js';
import { Offering, priceOf } from '../domain/offering.js';
import type { BookingContext } from './context.js';
import { requireRange } from './require-range.js';
import { CoachSchedule, Slot, showSchedule } from './types/schedule-types.js';

const MOST_SLOTS = 1_000;

const userOf = ({ id }: Coach): string => retype('User', id);

@Resolver(() => Coach)
export class CoachFields {
  @FieldResolver(() => [Offering], {
    nullable: true,
    description: 'What the coach can be booked for, at most 50. For everybody, signed in or not.',
  })
  offerings(@Root() coach: Coach, @Ctx() { asker, rooms }: BookingContext): Promise<Offering[]> {
    return rooms.read.offerings.of(asker, userOf(coach));
  }

  @FieldResolver(() => [Slot], {
    nullable: true,
    description:
      'Times that can be booked now and begin in a stretch of at most 62 days: the earliest ones, at most 1,000. For everybody, signed in or not.',
  })
  async slots(
    @Root() coach: Coach,
    @Arg('offeringId', () => ID, { description: 'What to book, of this coach.' }) offeringId: string,
    @Arg('from', () => DateTime, { description: 'The earliest beginning.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'All begin before this.' }) to: Date,
    @Arg('zone', () => String, {
      nullable: true,
      description: 'IANA time zone of `localStart`; that of the coach when not given.',
    })
    zone: string | null | undefined,
    @Ctx() { load, rooms }: BookingContext,
  ): Promise<Slot[]> {
    requireRange(from, to);
    const given = zone == null ? null : readZone(zone);
    if (isRefusal(given)) throw new RefusedError(given.at('zone'));
    const offering = await load.offering.load(offeringId);
    if (offering?.coachUserId !== userOf(coach)) return [];
    const now = rooms.clock.now();
    const known = await rooms.read.schedules.find(offering.coachUserId, from, to);
    const shownIn = given ?? known?.schedule.timeZone ?? 'UTC';
    const starts = await rooms.read.slots.of(offering, { from, to, now, limit: MOST_SLOTS });
    return starts.map((start) => ({
      startsAt: new Date(start),
      endsAt: later(new Date(start), minutes(offering.minutes)),
      localStart: LocalTime.fromMillis(start, { zone: shownIn }).toFormat("yyyy-MM-dd'T'HH:mmZZ"),
      zone: shownIn,
    }));
  }

  @FieldResolver(() => CoachSchedule, {
    nullable: true,
    description: 'When the coach works. For the coach alone; null for everybody else.',
  })
  async schedule(@Root() coach: Coach, @Ctx() { call, rooms }: BookingContext): Promise<CoachSchedule | null> {
    if (!may.seeSchedule(call.viewer, userOf(coach))) return null;
    const now = rooms.clock.now();
    const known = await rooms.read.schedules.find(userOf(coach), now, later(now, days(3_650)));
    return known && showSchedule(known.schedule);
  }
}

@Resolver(() => Offering)
export class OfferingFields {
  @FieldResolver(() => Coach, { nullable: true, description: 'Whose time it is.' })
  coach(@Root() { coachUserId }: Offering): Coach {
    return new Coach(retype('Coach', coachUserId));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the coach has to say yes first.' })
  isConfirmationRequired(@Root() { requiresConfirmation }: Offering): boolean {
    return requiresConfirmation;
  }

  @FieldResolver(() => MoneyType, { description: 'What it costs; 0 is free.' })
  price(@Root() offering: Offering): MoneyType {
    return showMoney(priceOf(offering));
  }
}
