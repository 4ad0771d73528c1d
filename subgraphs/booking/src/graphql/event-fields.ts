// Fields of events that are loaded. Whoever holds an Event here got it through a reader that checked.
import type { Connection } from '@mosaic/kernel/paging/page';
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { stub } from '@mosaic/schema/types/stub';
import { GraphQLTimeZone } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { creationKey } from '../data/readers/page-many.js';
import { participantKey } from '../data/readers/read-event-people.js';
import { Event } from '../domain/event.js';
import { EventInvitation, InvitationPreview, type InvitationStatus, statusOf } from '../domain/event-invitation.js';
import { EventTask } from '../domain/event-task.js';
import { EventParticipant, type RsvpStatus } from '../domain/rsvp.js';
import { connectOf } from './connect-of.js';
import type { BookingContext } from './context.js';
import {
  EventInvitationConnection,
  EventParticipantConnection,
  InvitationStatusEnum,
  RsvpStatusEnum,
} from './types/event-types.js';

const User = stub('User');
const userOf = (id: string | null): object | null => (id === null ? null : new User(id));

@Resolver(() => Event)
export class EventFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who organises it.' })
  organiser(@Root() { organiserId }: Event): object | null {
    return userOf(organiserId);
  }

  @FieldResolver(() => EventParticipantConnection, {
    description: 'Who takes part, in the order in which they came; the organiser is the first.',
  })
  participants(
    @Root() event: Event,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: BookingContext,
  ): Promise<Connection<EventParticipant>> {
    return connectOf(context, 'participants', event.id, args, participantKey);
  }

  @FieldResolver(() => RsvpStatusEnum, { nullable: true, description: 'How the viewer stands towards it.' })
  async viewerRsvp(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<RsvpStatus | null> {
    return (await load.standing.load(id))?.rsvp ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Until when a seat is kept for the viewer, who waited for it; null when none is.',
  })
  async viewerSeatOfferedUntil(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<Date | null> {
    return (await load.standing.load(id))?.offeredUntil ?? null;
  }

  @FieldResolver(() => Int, { description: 'How many take part, whatever they answered.' })
  async participantCount(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<number> {
    return (await load.eventCounts.load(id))?.participants ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many have a seat.' })
  async goingCount(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<number> {
    return (await load.eventCounts.load(id))?.going ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many wait for a seat.' })
  async waitlistCount(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<number> {
    return (await load.eventCounts.load(id))?.waitlisted ?? 0;
  }

  @FieldResolver(() => [EventTask], {
    description: 'What is to be done, in the order in which it was added; at most 200.',
  })
  tasks(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<EventTask[]> {
    return load.tasks.load(id);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'How much of that is done, 0 to 1; null without tasks.' })
  async taskProgress(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<number | null> {
    const tasks = await load.tasks.load(id);
    return tasks.length === 0 ? null : tasks.filter(({ completedAt }) => completedAt).length / tasks.length;
  }

  @FieldResolver(() => EventInvitationConnection, {
    nullable: true,
    description: 'Who was invited, the earliest first. For the organiser; null for everybody else.',
  })
  async invitations(
    @Root() event: Event,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: BookingContext,
  ): Promise<Connection<EventInvitation> | null> {
    if (!may.seeInvitations(context.call.viewer, event)) return null;
    return connectOf(context, 'invitations', event.id, args, creationKey);
  }
}

@Resolver(() => EventParticipant)
export class EventParticipantFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who.' })
  user(@Root() { userId }: EventParticipant): object | null {
    return userOf(userId);
  }
}

@Resolver(() => EventInvitation)
export class EventInvitationFields {
  @FieldResolver(() => InvitationStatusEnum, { description: 'Whether the link still counts.' })
  status(@Root() invitation: EventInvitation, @Ctx() { rooms }: BookingContext): InvitationStatus {
    return statusOf(invitation, rooms.clock.now());
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who came by it; null while nobody has.' })
  usedBy(@Root() { usedById }: EventInvitation): object | null {
    return userOf(usedById);
  }

  @FieldResolver(() => Event, { nullable: true, description: 'What it invites to.' })
  event(@Root() { eventId }: EventInvitation, @Ctx() { load }: BookingContext): Promise<Event | null> {
    return load.event.load(eventId);
  }
}

@Resolver(() => EventTask)
export class EventTaskFields {
  @FieldResolver(() => Event, { nullable: true, description: 'For which event.' })
  event(@Root() { eventId }: EventTask, @Ctx() { load }: BookingContext): Promise<Event | null> {
    return load.event.load(eventId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who does it; null while nobody has taken it.' })
  assignee(@Root() { assigneeId }: EventTask): object | null {
    return userOf(assigneeId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who added it.' })
  author(@Root() { authorId }: EventTask): object | null {
    return userOf(authorId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who said that it is done; null while it is not.' })
  completedBy(@Root() { completedById }: EventTask): object | null {
    return userOf(completedById);
  }
}

/** The holder of a link may see what it is for, and nothing of those who take part but the organiser. */
@Resolver(() => InvitationPreview)
export class InvitationPreviewFields {
  @FieldResolver(() => String, { description: 'What the event is called.' })
  title(@Root() { event }: InvitationPreview): string {
    return event.title;
  }

  @FieldResolver(() => String, { description: 'What the organiser says about it; empty when nothing.' })
  description(@Root() { event }: InvitationPreview): string {
    return event.description;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where it is; null while unknown.' })
  place(@Root() { event }: InvitationPreview): string | null {
    return event.place;
  }

  @FieldResolver(() => DateTime, { description: 'When it begins.' })
  startsAt(@Root() { event }: InvitationPreview): Date {
    return event.startsAt;
  }

  @FieldResolver(() => DateTime, { description: 'When it ends.' })
  endsAt(@Root() { event }: InvitationPreview): Date {
    return event.endsAt;
  }

  @FieldResolver(() => GraphQLTimeZone, { description: 'The IANA zone its times are meant in.' })
  timeZone(@Root() { event }: InvitationPreview): string {
    return event.timeZone;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who organises it; null for whoever is not signed in.' })
  organiser(@Root() { event }: InvitationPreview): object | null {
    return userOf(event.organiserId);
  }
}
