// Inputs and payloads of what a coach can be booked for.
import { MoneyInput } from '@mosaic/schema/types/money';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Offering } from '../../domain/offering.js';
import { payloadType } from './payload-type.js';

const MINUTES = 'How long it takes, 5 to 1440 minutes.';
const BEFORE = 'How long before it to keep free, 0 to 240 minutes.';
const AFTER = 'How long after it to keep free, 0 to 240 minutes.';
const EVERY = 'Slots begin at the beginning of the hours and every so often after it, 5 to 1440 minutes.';
const NOTICE = 'It can be booked until so long before it begins, 0 to 43200 minutes.';
const HORIZON = 'It can be booked from so long before it begins, 1 to 730 days.';
const CONFIRMATION = 'Whether the coach has to say yes first; not for what has a price.';

@InputType({ description: 'What to offer.' })
export class CreateOfferingInput {
  @Field(() => String, { description: 'What it is called: 1 to 120 characters.' })
  name: string;

  @Field(() => Int, { description: MINUTES })
  minutes: number;

  @Field(() => Int, { nullable: true, description: `${BEFORE} 0 when not given.` })
  bufferBeforeMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: `${AFTER} 0 when not given.` })
  bufferAfterMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: `${EVERY} As long as it takes when not given.` })
  startEveryMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: `${NOTICE} 0 when not given.` })
  noticeMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: `${HORIZON} 365 when not given.` })
  horizonDays?: number | null;

  @Field(() => MoneyInput, { description: 'What it costs; 0 is free.' })
  price: MoneyInput;

  @Field(() => Boolean, { nullable: true, description: `${CONFIRMATION} No when not given.` })
  requiresConfirmation?: boolean | null;

  @Field(() => GraphQLUUID, { description: 'A UUID for this one offering; retry with the same.' })
  idempotencyKey: string;
}

@InputType({ description: 'What to change of an offering; what is absent or null stays.' })
export class UpdateOfferingInput {
  @Field(() => ID, { description: 'Which.' })
  offeringId: string;

  @Field(() => Int, { description: 'The `version` the change was made from.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'What it is called: 1 to 120 characters.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: MINUTES })
  minutes?: number | null;

  @Field(() => Int, { nullable: true, description: BEFORE })
  bufferBeforeMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: AFTER })
  bufferAfterMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: EVERY })
  startEveryMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: NOTICE })
  noticeMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: HORIZON })
  horizonDays?: number | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it costs from now on; 0 is free.' })
  price?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: CONFIRMATION })
  requiresConfirmation?: boolean | null;
}

@InputType({ description: 'What not to offer any more.' })
export class ArchiveOfferingInput {
  @Field(() => ID, { description: 'Which.' })
  offeringId: string;
}

const theOffering = {
  offering: { type: () => Offering, description: 'The offering, as it is now.' },
};
export const CreateOfferingPayload = payloadType('CreateOffering', theOffering);
export const UpdateOfferingPayload = payloadType('UpdateOffering', theOffering);
export const ArchiveOfferingPayload = payloadType('ArchiveOffering', theOffering);
