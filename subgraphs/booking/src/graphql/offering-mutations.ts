// Root fields by which coaches say what they can be booked for.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { archiveOffering, createOffering, updateOffering } from '../use-cases/offerings.js';
import type { BookingContext } from './context.js';
import {
  ArchiveOfferingInput,
  ArchiveOfferingPayload,
  CreateOfferingInput,
  CreateOfferingPayload,
  UpdateOfferingInput,
  UpdateOfferingPayload,
} from './types/offering-inputs.js';

@Resolver()
export class OfferingMutations {
  @Mutation(() => CreateOfferingPayload, {
    description:
      'Offers something to book, at most 50 things per coach. For approved coaches. Refuses NOT_A_COACH, BAD_INPUT, IDEMPOTENCY_KEY_REUSED.',
  })
  async createOffering(
    @Arg('input', () => CreateOfferingInput, { description: 'What.' }) input: CreateOfferingInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('offering', await createOffering(rooms, viewerOf(call), withoutNulls(input)));
  }

  @Mutation(() => UpdateOfferingPayload, {
    description:
      'Changes what the viewer offers; what was booked stays as it was. Refuses NOT_FOUND, CONFLICT, OFFERING_ARCHIVED, BAD_INPUT.',
  })
  async updateOffering(
    @Arg('input', () => UpdateOfferingInput, { description: 'The change.' }) input: UpdateOfferingInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('offering', await updateOffering(rooms, viewerOf(call), withoutNulls(input)));
  }

  @Mutation(() => ArchiveOfferingPayload, {
    description: 'Takes an offering back; what was booked stays booked. Refuses NOT_FOUND.',
  })
  async archiveOffering(
    @Arg('input', () => ArchiveOfferingInput, { description: 'Which.' }) { offeringId }: ArchiveOfferingInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('offering', await archiveOffering(rooms, viewerOf(call), offeringId));
  }
}

type WithoutNulls<T> = { [K in keyof T]: Exclude<T[K], null> };

/** Null and absent mean the same here. */
const withoutNulls = <T extends object>(input: T): WithoutNulls<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as WithoutNulls<T>;
