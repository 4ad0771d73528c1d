// Fields of coaches and specialties that are loaded, or decided by who asks.
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Coach, type CoachStanding, hourlyRateOf } from '../domain/coach.js';
import { nameIn, Specialty } from '../domain/specialty.js';
import { User } from '../domain/user.js';
import type { UsersContext } from './context.js';
import { CoachStandingEnum } from './types/coach-type.js';

@Resolver(() => Coach)
export class CoachFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who the coach is.' })
  user(@Root() coach: Coach, @Ctx() { load }: UsersContext): Promise<User | null> {
    return load.user.load(coach.userId);
  }

  @FieldResolver(() => MoneyType, { description: 'The price of an hour.' })
  hourlyRate(@Root() coach: Coach): MoneyType {
    return showMoney(hourlyRateOf(coach));
  }

  @FieldResolver(() => [Specialty], { description: 'What the coach works in, at most 10.' })
  async specialties(@Root() coach: Coach, @Ctx() { load }: UsersContext): Promise<Specialty[]> {
    const found = await Promise.all(coach.specialtyIds.map((id) => load.specialty.load(id)));
    return found.filter((specialty) => specialty !== null);
  }

  @FieldResolver(() => CoachStandingEnum, {
    nullable: true,
    description: 'Where they stand. For the coach and admins; null for everybody else.',
  })
  standing(@Root() coach: Coach, @Ctx() { call }: UsersContext): CoachStanding | null {
    return may.seeCoachFile(call.viewer, coach) ? coach.standing : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was decided so; empty before any decision. For the coach and admins; null for everybody else.',
  })
  decisionReason(@Root() coach: Coach, @Ctx() { call }: UsersContext): string | null {
    return may.seeCoachFile(call.viewer, coach) ? coach.decisionReason : null;
  }
}

@Resolver(() => Specialty)
export class SpecialtyFields {
  @FieldResolver(() => String, { description: 'Its name in the language of the call.' })
  name(@Root() specialty: Specialty, @Ctx() { call }: UsersContext): string {
    return nameIn(specialty, call.locale);
  }

  @FieldResolver(() => Boolean, { description: 'Whether nobody can choose it any more.' })
  isArchived(@Root() { archivedAt }: Specialty): boolean {
    return archivedAt !== null;
  }
}
