// Root fields that read offerings.
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Offering } from '../domain/offering.js';
import type { BookingContext } from './context.js';

@Resolver()
export class OfferingQueries {
  @Query(() => Offering, {
    nullable: true,
    description: 'What a coach can be booked for; null when there is none. For everybody, signed in or not.',
  })
  offering(
    @Arg('id', () => ID, { description: 'Id of the offering.' }) id: string,
    @Ctx() { load }: BookingContext,
  ): Promise<Offering | null> {
    return load.offering.load(id);
  }
}
