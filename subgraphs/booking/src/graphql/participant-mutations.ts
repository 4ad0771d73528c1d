// Root fields of those who take part in an event: joining, answering, seats and tasks.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { acceptInvitation } from '../use-cases/accept-invitation.js';
import { acceptSeat } from '../use-cases/accept-seat.js';
import { addEventTask, assignEventTask, completeEventTask } from '../use-cases/change-tasks.js';
import { rsvpEvent } from '../use-cases/rsvp-event.js';
import type { BookingContext } from './context.js';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  AcceptSeatInput,
  AcceptSeatPayload,
  AddEventTaskInput,
  AddEventTaskPayload,
  AssignEventTaskInput,
  AssignEventTaskPayload,
  CompleteEventTaskInput,
  CompleteEventTaskPayload,
  RsvpEventInput,
  RsvpEventPayload,
} from './types/event-inputs.js';

@Resolver()
export class ParticipantMutations {
  @Mutation(() => AcceptInvitationPayload, {
    description:
      'Joins an event by a link, which is for one person; coming again changes nothing. Refuses NOT_FOUND, EVENT_NOT_OPEN, EVENT_OVER, INVITATION_USED, INVITATION_EXPIRED, EVENT_FULL_OF_PEOPLE.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'By which.' }) { token }: AcceptInvitationInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('event', await acceptInvitation(rooms, viewerOf(call), token));
  }

  @Mutation(() => RsvpEventPayload, {
    description:
      'Says whether the viewer comes. GOING without a free seat waits for one; the same answer again changes nothing. Refuses NOT_FOUND, EVENT_NOT_OPEN, EVENT_OVER.',
  })
  async rsvpEvent(
    @Arg('input', () => RsvpEventInput, { description: 'The answer.' }) input: RsvpEventInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('event', await rsvpEvent(rooms, viewerOf(call), input));
  }

  @Mutation(() => AcceptSeatPayload, {
    description:
      'Takes the seat that is kept for the viewer; again changes nothing. Refuses NOT_FOUND, EVENT_NOT_OPEN, EVENT_OVER, NO_SEAT_OFFERED.',
  })
  async acceptSeat(
    @Arg('input', () => AcceptSeatInput, { description: 'Of which event.' }) { eventId }: AcceptSeatInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('event', await acceptSeat(rooms, viewerOf(call), eventId));
  }

  @Mutation(() => AddEventTaskPayload, {
    description:
      'Adds something to be done. Refuses NOT_FOUND, EVENT_NOT_OPEN, NOT_A_PARTICIPANT, BAD_INPUT, TOO_MANY_IN_EVENT, IDEMPOTENCY_KEY_REUSED.',
  })
  async addEventTask(
    @Arg('input', () => AddEventTaskInput, { description: 'The task.' }) input: AddEventTaskInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const { assigneeId = null, dueAt = null, ...rest } = input;
    return payload('task', await addEventTask(rooms, viewerOf(call), { ...rest, assigneeId, dueAt }));
  }

  @Mutation(() => AssignEventTaskPayload, {
    description:
      'Gives a task to somebody who takes part. For the organiser, its author and its assignee; everybody takes one that nobody has. Refuses NOT_FOUND, TASK_NOT_YOURS, TASK_DONE, NOT_A_PARTICIPANT.',
  })
  async assignEventTask(
    @Arg('input', () => AssignEventTaskInput, { description: 'Which and to whom.' }) input: AssignEventTaskInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const { taskId, assigneeId = null } = input;
    return payload('task', await assignEventTask(rooms, viewerOf(call), { taskId, assigneeId }));
  }

  @Mutation(() => CompleteEventTaskPayload, {
    description:
      'Says that a task is done; again changes nothing. For its assignee and the organiser, and for everybody when nobody has it. Refuses NOT_FOUND, TASK_NOT_YOURS.',
  })
  async completeEventTask(
    @Arg('input', () => CompleteEventTaskInput, { description: 'Which.' }) { taskId }: CompleteEventTaskInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('task', await completeEventTask(rooms, viewerOf(call), taskId));
  }
}
