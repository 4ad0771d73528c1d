// Notifications and how somebody wants to be told, as the graph shows them to their owner.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { type EntityName, entities } from '@mosaic/schema/entities';
import { stub } from '@mosaic/schema/types/stub';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Notification, type NotificationKind, NotificationPreference } from '../../domain/notification.js';
import { User } from '../../domain/user.js';
import { payloadType } from './payload-type.js';

const meanings: Record<NotificationKind, string> = {
  ALERT_OPENED: 'A rule of a monitor was broken.',
  COMMENT_ADDED: 'Somebody said something about a post of the person.',
  COMMENT_ANSWERED: 'Somebody answered a comment of the person.',
  FOLLOWED: 'Somebody follows the person.',
  ORDER_CONFIRMED: 'Everything in an order is theirs.',
  ORDER_REFUNDED: 'Money for an order went back, for all of it or a part.',
  APPOINTMENT_REQUESTED: 'Somebody asks a coach for time.',
  APPOINTMENT_CONFIRMED: 'An appointment will take place.',
  APPOINTMENT_DECLINED: 'The coach said no.',
  APPOINTMENT_RESCHEDULED: 'An appointment has another time.',
  APPOINTMENT_CANCELLED: 'An appointment will not take place.',
  SEAT_OFFERED: 'A seat of a full event is free for somebody who waited.',
  ENROLLMENT_STARTED: 'The person has a place in a course.',
  CERTIFICATE_ISSUED: 'The person completed a course.',
  MEDIA_COMMENTED: 'Somebody said something about a picture of the person.',
  COACH_APPROVED: 'The person is a coach now.',
  COACH_DECLINED: 'The person’s application as a coach was declined.',
};
export const NotificationKindEnum = enumOf('NotificationKind', 'What a notification tells of.', {
  ...meanings,
  OTHER: 'Something this version has no word for; its title and subject still say what.',
});

/** What of other subgraphs a notification can be about. */
const mentioned: readonly EntityName[] = [
  'Order',
  'Appointment',
  'Event',
  'Enrollment',
  'Certificate',
  'Media',
  'Coach',
];
export const subjectStubs = new Map<string, ReturnType<typeof stub>>(mentioned.map((name) => [name, stub(name)]));

const late = { nullable: true };

describeType(Notification, 'Notification', {
  implements: [Node],
  directives: ['@key(fields: "id")'],
  description: entities.Notification.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    createdAt: [() => DateTime, 'When it was told.'],
    readAt: [() => DateTime, 'When its recipient said they had seen it; null while it is unread.', late],
  },
});

describeType(NotificationPreference, 'NotificationPreference', {
  description: 'How a person wants to be told of one kind of thing.',
  fields: {
    kind: [() => NotificationKindEnum, 'Of what.'],
    isInApp: [() => Boolean, 'Whether it comes into the inbox, and live.'],
    isByMail: [() => Boolean, 'Whether it is mailed.'],
  },
});

@ObjectType({ description: 'A number or text that a notification speaks of, by name.' })
export class NotificationParameter {
  @Field(() => String, { description: 'The name, e.g. title, actor, startsAt, amountMinor.' })
  name: string;

  @Field(() => String, { description: 'The value, as text.' })
  value: string;
}

export const NotificationConnection = connectionType('Notification', Notification);

export const MarkNotificationsReadPayload = payloadType('MarkNotificationsRead', 'user', {
  type: () => User,
  description: 'The viewer, with the count as it is now.',
});
export const UpdateNotificationPreferencePayload = payloadType(
  'UpdateNotificationPreference',
  'notificationPreference',
  { type: () => NotificationPreference, description: 'The preference, as it is now.' },
);

@InputType({ description: 'How far the inbox was read.' })
export class MarkNotificationsReadInput {
  @Field(() => ID, { description: 'The latest notification that was seen.' })
  upTo: string;
}

@InputType({ description: 'How to be told of what.' })
export class UpdateNotificationPreferenceInput {
  @Field(() => NotificationKindEnum, { description: 'Of what.' })
  kind: NotificationKind | 'OTHER';

  @Field(() => Boolean, { description: 'Whether it comes into the inbox, and live.' })
  inApp: boolean;

  @Field(() => Boolean, { description: 'Whether it is mailed.' })
  byMail: boolean;
}
