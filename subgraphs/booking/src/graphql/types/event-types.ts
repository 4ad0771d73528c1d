// Events and who takes part in them, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { GraphQLTimeZone } from 'graphql-scalars';
import { ID, Int } from 'type-graphql';
import { Event, eventStatuses } from '../../domain/event.js';
import { EventInvitation, InvitationPreview, invitationStatuses } from '../../domain/event-invitation.js';
import { EventTask } from '../../domain/event-task.js';
import { EventParticipant, rsvpAnswers, rsvpStatuses } from '../../domain/rsvp.js';

export const EventStatusEnum = enumOf('EventStatus', 'How far an event has come.', eventStatuses);
export const RsvpAnswerEnum = enumOf('RsvpAnswer', 'What somebody answers to an event.', rsvpAnswers);
export const RsvpStatusEnum = enumOf('RsvpStatus', 'How somebody stands towards an event.', rsvpStatuses);
export const InvitationStatusEnum = enumOf('EventInvitationStatus', 'Whether a link still counts.', invitationStatuses);

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };

describeType(Event, 'Event', {
  ...keyed,
  description: entities.Event.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    status: [() => EventStatusEnum, 'How far it has come.'],
    title: [() => String, 'What it is called: 1 to 120 characters on one line.'],
    description: [() => String, 'What the organiser says about it, at most 5,000 characters; empty when nothing.'],
    place: [() => String, 'Where it is; null while unknown.', { nullable: true }],
    startsAt: [() => DateTime, 'When it begins.'],
    endsAt: [() => DateTime, 'When it ends.'],
    timeZone: [() => GraphQLTimeZone, 'The IANA zone its times are meant in.'],
    capacity: [() => Int, 'How many may go; null without a limit.', { nullable: true }],
    version: [() => Int, 'Grows with every change of the organiser; name it in `expectedVersion` when changing it.'],
    createdAt: [() => DateTime, 'When it was made.'],
    updatedAt: [() => DateTime, 'When the organiser last changed it.'],
  },
});

describeType(EventParticipant, 'EventParticipant', {
  description: 'Somebody who takes part in an event: the organiser, or whoever accepted an invitation.',
  fields: {
    rsvp: [() => RsvpStatusEnum, 'How they stand.'],
    joinedAt: [() => DateTime, 'Since when they take part.'],
    answeredAt: [() => DateTime, 'When how they stand last changed; null before they answered.', { nullable: true }],
  },
});

describeType(EventInvitation, 'EventInvitation', {
  ...keyed,
  description: entities.EventInvitation.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    email: [() => String, 'For whom the organiser meant it.'],
    createdAt: [() => DateTime, 'When this link was made.'],
    expiresAt: [() => DateTime, 'Until when it counts.'],
    usedAt: [() => DateTime, 'When somebody came by it; null while nobody has.', { nullable: true }],
  },
});

describeType(InvitationPreview, 'EventInvitationPreview', {
  description: 'What the holder of an unused link sees before they join.',
  fields: { expiresAt: [() => DateTime, 'Until when the link counts.'] },
});

describeType(EventTask, 'EventTask', {
  ...keyed,
  description: entities.EventTask.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    title: [() => String, 'What is to be done: 1 to 200 characters on one line.'],
    dueAt: [() => DateTime, 'Until when; null without a date.', { nullable: true }],
    completedAt: [() => DateTime, 'When it was done; null while it is not.', { nullable: true }],
    createdAt: [() => DateTime, 'When it was added.'],
  },
});

export const EventConnection = connectionType('Event', Event);
export const EventParticipantConnection = connectionType('EventParticipant', EventParticipant);
export const EventInvitationConnection = connectionType('EventInvitation', EventInvitation);
