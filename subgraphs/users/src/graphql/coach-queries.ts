// Root fields that read coaches and specialties.
import type { Connection } from '@mosaic/kernel/paging/page';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { MaxLength } from 'class-validator';
import { GraphQLTimeZone } from 'graphql-scalars';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { Coach, type CoachStanding } from '../domain/coach.js';
import { Specialty } from '../domain/specialty.js';
import type { UsersContext } from './context.js';
import { CoachConnection, CoachStandingEnum } from './types/coach-type.js';

@ArgsType()
class CoachesArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: 'Only coaches who work in this specialty.' })
  @MaxLength(100)
  specialty?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of a name, a headline or a specialty, whatever its case and accents.',
  })
  @MaxLength(100)
  search?: string | null;

  @Field(() => GraphQLTimeZone, { nullable: true, description: 'Only coaches who work in this time zone.' })
  timeZone?: string | null;

  @Field(() => CoachStandingEnum, {
    nullable: true,
    description: 'APPROVED when absent; only admins may ask for another.',
  })
  standing?: CoachStanding | null;
}

@ArgsType()
class SpecialtiesArgs {
  @Field(() => String, { nullable: true, description: 'Any part of either name, whatever its case and accents.' })
  @MaxLength(100)
  search?: string | null;
}

@Resolver()
export class CoachQueries {
  @Query(() => Coach, {
    nullable: true,
    description: 'A coach; null when there is none, or they are not approved. For everybody who is signed in.',
  })
  async coach(
    @Arg('id', () => ID, { description: 'Id of the coach.' }) id: string,
    @Ctx() { call, load }: UsersContext,
  ): Promise<Coach | null> {
    viewerOf(call);
    return load.coach.load(id);
  }

  @Query(() => CoachConnection, { description: 'Approved coaches, by name. For everybody who is signed in.' })
  coaches(
    @Args(() => CoachesArgs) { first, after, last, before, ...filter }: CoachesArgs,
    @Ctx() { call, rooms }: UsersContext,
  ): Promise<Connection<Coach>> {
    return rooms.coaches.directory(viewerOf(call), filter, { first, after, last, before } as ConnectionArgs);
  }

  @Query(() => [Specialty], { description: 'The specialties on offer, by their English name, at most 200.' })
  specialties(
    @Args(() => SpecialtiesArgs) { search }: SpecialtiesArgs,
    @Ctx() { rooms }: UsersContext,
  ): Promise<Specialty[]> {
    return rooms.specialties.offered(search ?? '');
  }
}
