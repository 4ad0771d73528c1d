// Who is told what, when which event happens: the whole policy of notifications, as one table. Pure.
// Nobody is told what they did themselves, and guests have no inbox.
import { type EventKind, isKind, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { appointmentChanged, seatOffered } from '@mosaic/schema/events/booking';
import { orderConfirmed, orderRefunded } from '@mosaic/schema/events/commerce';
import { alertOpened, commentAdded, userFollowed } from '@mosaic/schema/events/content';
import { certificateIssued, enrollmentStarted } from '@mosaic/schema/events/courses';
import { mediaCommentAdded } from '@mosaic/schema/events/media';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { NotificationKind, Parameters } from '../domain/notification.js';

/** One person is told one thing. */
export interface Telling {
  readonly to: string;
  readonly kind: NotificationKind;
  readonly subjectId: string;
  readonly parameters: Parameters;
  /** Who did it; null for the clock and the machine. */
  readonly by: string | null;
  /** What makes it this fact and no other: the same person is never told it twice. */
  readonly once: string;
}

interface Notice {
  readonly on: EventKind;
  tell(event: OutboxEvent): readonly Telling[];
}

type Draft = Pick<Telling, 'kind' | 'subjectId'> & Partial<Pick<Telling, 'parameters' | 'by' | 'once'>>;

/** `once` is the subject unless the row says otherwise: some things happen to one subject again and again. */
const told = (to: readonly (string | null)[], { by = null, parameters = {}, ...draft }: Draft): Telling[] =>
  [...new Set(to)]
    .filter((id): id is string => id !== null && isIdOf('User', id) && id !== by)
    .map((id) => ({ once: draft.subjectId, ...draft, parameters, by, to: id }));

const notice = <P>(on: EventKind<P>, tell: (payload: P, at: string) => readonly Telling[]): Notice => ({
  on,
  tell: (event) => (isKind(on, event) ? tell(event.payload, event.occurredAt.toISOString()) : []),
});

type Appointment = { clientId: string; coachUserId: string };
const changesOfAppointments: Readonly<
  Record<string, { readonly kind: NotificationKind; readonly to: (who: Appointment) => readonly string[] }>
> = {
  REQUESTED: { kind: 'APPOINTMENT_REQUESTED', to: ({ coachUserId }) => [coachUserId] },
  CONFIRMED: { kind: 'APPOINTMENT_CONFIRMED', to: ({ clientId, coachUserId }) => [clientId, coachUserId] },
  DECLINED: { kind: 'APPOINTMENT_DECLINED', to: ({ clientId }) => [clientId] },
  RESCHEDULED: { kind: 'APPOINTMENT_RESCHEDULED', to: ({ clientId, coachUserId }) => [clientId, coachUserId] },
  CANCELLED: { kind: 'APPOINTMENT_CANCELLED', to: ({ clientId, coachUserId }) => [clientId, coachUserId] },
};

const standings: Readonly<Record<string, NotificationKind>> = {
  APPROVED: 'COACH_APPROVED',
  DECLINED: 'COACH_DECLINED',
};

/** Of this subgraph's own events: told in the transaction that announces them. */
export const ownNotices: readonly Notice[] = [
  notice(alertOpened, ({ alertId, ownerId, value, threshold, monitorName }) =>
    told([ownerId], {
      kind: 'ALERT_OPENED',
      subjectId: alertId,
      parameters: { value, threshold, monitor: monitorName },
    }),
  ),
  notice(commentAdded, ({ commentId, authorId, postAuthorId, parentAuthorId }) => [
    ...told([parentAuthorId], { kind: 'COMMENT_ANSWERED', subjectId: commentId, by: authorId }),
    ...(postAuthorId === parentAuthorId
      ? []
      : told([postAuthorId], { kind: 'COMMENT_ADDED', subjectId: commentId, by: authorId })),
  ]),
  notice(userFollowed, ({ followerId, followedId }) =>
    told([followedId], { kind: 'FOLLOWED', subjectId: followerId, by: followerId }),
  ),
];

/** Of the other five: told when their events arrive. */
export const foreignNotices: readonly Notice[] = [
  notice(orderConfirmed, ({ orderId, buyerId, total }) =>
    told([buyerId], { kind: 'ORDER_CONFIRMED', subjectId: orderId, parameters: total }),
  ),
  notice(orderRefunded, ({ orderId, buyerId, amount }, at) =>
    told([buyerId], { kind: 'ORDER_REFUNDED', subjectId: orderId, parameters: amount, once: `${orderId} ${at}` }),
  ),
  notice(appointmentChanged, ({ appointmentId, change, startsAt, endsAt, byUserId, ...who }, at) => {
    const row = changesOfAppointments[change];
    if (!row) return [];
    const subject = { kind: row.kind, subjectId: appointmentId, parameters: { startsAt, endsAt } };
    return told(row.to(who), { ...subject, by: byUserId, once: `${appointmentId} ${startsAt} ${at}` });
  }),
  notice(seatOffered, ({ eventId, title, userId, until }) =>
    told([userId], {
      kind: 'SEAT_OFFERED',
      subjectId: eventId,
      parameters: { title, until },
      once: `${eventId} ${until}`,
    }),
  ),
  notice(enrollmentStarted, ({ enrollmentId, userId, title }) =>
    told([userId], { kind: 'ENROLLMENT_STARTED', subjectId: enrollmentId, parameters: { title } }),
  ),
  notice(certificateIssued, ({ certificateId, userId, title }) =>
    told([userId], { kind: 'CERTIFICATE_ISSUED', subjectId: certificateId, parameters: { title } }),
  ),
  notice(mediaCommentAdded, ({ mediaId, ownerId, commentId, authorId }) =>
    told([ownerId], { kind: 'MEDIA_COMMENTED', subjectId: mediaId, by: authorId, once: commentId }),
  ),
  notice(coachStandingChanged, ({ coachId, userId, standing }, at) => {
    const kind = standings[standing];
    return kind ? told([userId], { kind, subjectId: coachId, once: `${coachId} ${at}` }) : [];
  }),
];
