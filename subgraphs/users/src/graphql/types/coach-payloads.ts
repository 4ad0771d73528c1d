// Inputs and payloads of everything about coaches and specialties.
import { UserError } from '@mosaic/kernel/subgraph/graphql-types';
import { MoneyInput } from '@mosaic/schema/types/money';
import { GraphQLTimeZone } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Coach, type CoachDecision } from '../../domain/coach.js';
import { Specialty } from '../../domain/specialty.js';
import { CoachDecisionEnum } from './coach-type.js';

@InputType({ description: 'What somebody offers as a coach.' })
export class ApplyAsCoachInput {
  @Field(() => String, { description: 'One line of 1 to 120 characters.' })
  headline: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  bio?: string | null;

  @Field(() => MoneyInput, { description: 'The price of an hour: from 0 to 1,000,000,000 minor units.' })
  hourlyRate: MoneyInput;

  @Field(() => GraphQLTimeZone, { description: 'The time zone they work in, by its IANA name.' })
  timeZone: string;

  @Field(() => [ID], { description: 'Specialties, at most 10.' })
  specialtyIds: string[];
}

@InputType({ description: 'What to change of what a coach offers; what is absent stays.' })
export class UpdateCoachProfileInput {
  @Field(() => Int, { description: 'The `version` the change was made from.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'One line of 1 to 120 characters; null leaves it as it is.' })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters; null empties it.' })
  bio?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'The price of an hour; null leaves it as it is.' })
  hourlyRate?: MoneyInput | null;

  @Field(() => GraphQLTimeZone, { nullable: true, description: 'An IANA name; null leaves it as it is.' })
  timeZone?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Specialties, at most 10; null leaves them as they are.' })
  specialtyIds?: string[] | null;
}

@InputType({ description: 'What an admin decides about a coach.' })
export class ReviewCoachInput {
  @Field(() => ID, { description: 'The coach.' })
  coachId: string;

  @Field(() => CoachDecisionEnum, { description: 'The decision.' })
  decision: CoachDecision;

  @Field(() => String, { description: 'Why, for the coach and the audit trail: 1 to 500 characters.' })
  reason: string;
}

@InputType({ description: 'A new specialty.' })
export class CreateSpecialtyInput {
  @Field(() => String, { description: 'Its English name: 1 to 60 characters.' })
  nameEn: string;

  @Field(() => String, { description: 'Its French name: 1 to 60 characters.' })
  nameFr: string;
}

@InputType({ description: 'Other names of a specialty; what is absent or null stays.' })
export class UpdateSpecialtyInput {
  @Field(() => ID, { description: 'The specialty.' })
  specialtyId: string;

  @Field(() => String, { nullable: true, description: 'Its English name: 1 to 60 characters.' })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Its French name: 1 to 60 characters.' })
  nameFr?: string | null;
}

@InputType({ description: 'Which specialty nobody can choose any more.' })
export class ArchiveSpecialtyInput {
  @Field(() => ID, { description: 'The specialty.' })
  specialtyId: string;
}

@ObjectType({ description: 'What came of applying as a coach.' })
export class ApplyAsCoachPayload {
  @Field(() => Coach, { nullable: true, description: 'The application.' })
  coach: Coach | null;

  @Field(() => [UserError], { description: 'Why there is none; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of changing what a coach offers.' })
export class UpdateCoachProfilePayload {
  @Field(() => Coach, { nullable: true, description: 'The coach, changed.' })
  coach: Coach | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of deciding about a coach.' })
export class ReviewCoachPayload {
  @Field(() => Coach, { nullable: true, description: 'The coach, changed.' })
  coach: Coach | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of adding a specialty.' })
export class CreateSpecialtyPayload {
  @Field(() => Specialty, { nullable: true, description: 'The new specialty.' })
  specialty: Specialty | null;

  @Field(() => [UserError], { description: 'Why there is none; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of renaming a specialty.' })
export class UpdateSpecialtyPayload {
  @Field(() => Specialty, { nullable: true, description: 'The specialty, changed.' })
  specialty: Specialty | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of archiving a specialty.' })
export class ArchiveSpecialtyPayload {
  @Field(() => Specialty, { nullable: true, description: 'The specialty, archived.' })
  specialty: Specialty | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}
