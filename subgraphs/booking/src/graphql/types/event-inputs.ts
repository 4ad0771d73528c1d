// Inputs and payloads of everything about events, invitations, answers and tasks.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { GraphQLTimeZone } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Event } from '../../domain/event.js';
import { EventInvitation } from '../../domain/event-invitation.js';
import { EventTask } from '../../domain/event-task.js';
import type { RsvpAnswer } from '../../domain/rsvp.js';
import { RsvpAnswerEnum } from './event-types.js';
import { payloadType } from './payload-type.js';

const KEY = 'Chosen by the client; the same key again answers with the first outcome.';

@InputType({ description: 'A new event.' })
export class CreateEventInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey: string;

  @Field(() => String, { description: '1 to 120 characters on one line.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters on one line.' })
  place?: string | null;

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'When it ends, at most 31 days later.' })
  endsAt: Date;

  @Field(() => GraphQLTimeZone, { description: 'The IANA zone its times are meant in.' })
  timeZone: string;

  @Field(() => Int, { nullable: true, description: 'How many may go, 1 to 1,000; null without a limit.' })
  capacity?: number | null;
}

@InputType({ description: 'What to change of an event; what is absent stays.' })
export class UpdateEventInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => Int, { description: 'The `version` the change was made from.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: '1 to 120 characters on one line; cannot be null.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters; null empties it.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters on one line; null when unknown.' })
  place?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it begins; cannot be null.' })
  startsAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; cannot be null.' })
  endsAt?: Date | null;

  @Field(() => GraphQLTimeZone, { nullable: true, description: 'IANA; cannot be null.' })
  timeZone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Not fewer than are going; null takes the limit away.' })
  capacity?: number | null;
}

@InputType({ description: 'Which event to publish.' })
export class PublishEventInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;
}

@InputType({ description: 'Which event to call off.' })
export class CancelEventInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;
}

@InputType({ description: 'Whom to invite.' })
export class InviteToEventInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'For whom the link is meant; inviting the same address again replaces it.' })
  email: string;
}

@InputType({ description: 'The link somebody came by.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The token of the link.' })
  token: string;
}

@InputType({ description: 'Whether the viewer comes.' })
export class RsvpEventInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => RsvpAnswerEnum, { description: 'What the viewer answers.' })
  answer: RsvpAnswer;
}

@InputType({ description: 'Whose offered seat to take.' })
export class AcceptSeatInput {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;
}

@InputType({ description: 'A new task.' })
export class AddEventTaskInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: '1 to 200 characters on one line.' })
  title: string;

  @Field(() => ID, { nullable: true, description: 'Who does it: somebody who takes part; null for whoever takes it.' })
  assigneeId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when.' })
  dueAt?: Date | null;
}

@InputType({ description: 'Who does a task.' })
export class AssignEventTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId: string;

  @Field(() => ID, { nullable: true, description: 'Somebody who takes part; null takes it from whoever has it.' })
  assigneeId: string | null;
}

@InputType({ description: 'What is done.' })
export class CompleteEventTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId: string;
}

const event = { type: () => Event, description: 'The event, as it is now.' };
const task = { type: () => EventTask, description: 'The task, as it is now.' };

export const CreateEventPayload = payloadType('CreateEvent', { event });
export const UpdateEventPayload = payloadType('UpdateEvent', { event });
export const PublishEventPayload = payloadType('PublishEvent', { event });
export const CancelEventPayload = payloadType('CancelEvent', { event });
export const AcceptInvitationPayload = payloadType('AcceptInvitation', { event });
export const RsvpEventPayload = payloadType('RsvpEvent', { event });
export const AcceptSeatPayload = payloadType('AcceptSeat', { event });
export const AddEventTaskPayload = payloadType('AddEventTask', { task });
export const AssignEventTaskPayload = payloadType('AssignEventTask', { task });
export const CompleteEventTaskPayload = payloadType('CompleteEventTask', { task });

export const InviteToEventPayload = payloadType('InviteToEvent', {
  invitation: { type: () => EventInvitation, description: 'The invitation.' },
  token: { type: () => String, description: 'The token of the link: shown now, and never again.' },
});
