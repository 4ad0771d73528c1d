// Root fields of an organiser: events and their invitations.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EventDetails } from '../domain/event-details.js';
import { refuse } from '../domain/refusals.js';
import { createEvent } from '../use-cases/create-event.js';
import { inviteToEvent } from '../use-cases/invite-to-event.js';
import { cancelEvent, publishEvent } from '../use-cases/turn-event.js';
import { updateEvent } from '../use-cases/update-event.js';
import type { BookingContext } from './context.js';
import {
  CancelEventInput,
  CancelEventPayload,
  CreateEventInput,
  CreateEventPayload,
  InviteToEventInput,
  InviteToEventPayload,
  PublishEventInput,
  PublishEventPayload,
  UpdateEventInput,
  UpdateEventPayload,
} from './types/event-inputs.js';

@Resolver()
export class EventMutations {
  @Mutation(() => CreateEventPayload, {
    description:
      'Makes an event of the viewer’s, as a draft that only they see. Refuses BAD_INPUT, IDEMPOTENCY_KEY_REUSED.',
  })
  async createEvent(
    @Arg('input', () => CreateEventInput, { description: 'The event.' }) input: CreateEventInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const { description, place = null, capacity = null, ...rest } = input;
    const event = { ...rest, description: description ?? '', place, capacity };
    return payload('event', await createEvent(rooms, viewerOf(call), event));
  }

  @Mutation(() => UpdateEventPayload, {
    description:
      'Changes an event; for its organiser. More seats are offered to those who wait. Refuses NOT_FOUND, NOT_ORGANISER, CONFLICT, EVENT_NOT_OPEN, CAPACITY_BELOW_GOING, BAD_INPUT.',
  })
  async updateEvent(
    @Arg('input', () => UpdateEventInput, { description: 'The change.' }) input: UpdateEventInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const viewer = viewerOf(call);
    const { eventId, expectedVersion } = input;
    const changes = readChanges(input);
    const outcome = isRefusal(changes)
      ? changes
      : await updateEvent(rooms, viewer, { eventId, expectedVersion, changes });
    return payload('event', outcome);
  }

  @Mutation(() => PublishEventPayload, {
    description:
      'Opens a draft to those who are invited; again changes nothing. For its organiser. Refuses NOT_FOUND, NOT_ORGANISER, ILLEGAL_EVENT_TRANSITION.',
  })
  async publishEvent(
    @Arg('input', () => PublishEventInput, { description: 'Which.' }) { eventId }: PublishEventInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('event', await publishEvent(rooms, viewerOf(call), eventId));
  }

  @Mutation(() => CancelEventPayload, {
    description:
      'Calls an event off for good; again changes nothing. What was spent can still be settled. For its organiser. Refuses NOT_FOUND, NOT_ORGANISER.',
  })
  async cancelEvent(
    @Arg('input', () => CancelEventInput, { description: 'Which.' }) { eventId }: CancelEventInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('event', await cancelEvent(rooms, viewerOf(call), eventId));
  }

  @Mutation(() => InviteToEventPayload, {
    description:
      'Makes a link by which one person may join; inviting an address again replaces its unused link. For its organiser. Refuses NOT_FOUND, NOT_ORGANISER, EVENT_NOT_OPEN, EVENT_OVER, BAD_INPUT, TOO_MANY_IN_EVENT.',
  })
  async inviteToEvent(
    @Arg('input', () => InviteToEventInput, { description: 'Whom.' }) input: InviteToEventInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const invited = await inviteToEvent(rooms, viewerOf(call), input);
    return isRefusal(invited)
      ? { ...payload('invitation', invited), token: null }
      : { ...payload('invitation', invited.invitation), token: invited.token };
  }
}

const NOT_NULL = ['title', 'startsAt', 'endsAt', 'timeZone'] as const;

/** Absent leaves a field as it is; null empties what can be empty. */
function readChanges({ eventId, expectedVersion, ...given }: UpdateEventInput): Partial<EventDetails> | Refusal {
  const missing = NOT_NULL.find((field) => given[field] === null);
  if (missing) return refuse('BAD_INPUT', { reason: 'this cannot be null' }).at(missing);
  const { description, ...rest } = given;
  const changes = { ...rest, ...(description === undefined ? {} : { description: description ?? '' }) };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
