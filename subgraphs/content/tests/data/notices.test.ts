// The table of who is told what, row by row; and what a notification says.
import { announce, type EventKind } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { appointmentChanged, seatOffered } from '@mosaic/schema/events/booking';
import { orderConfirmed, orderRefunded } from '@mosaic/schema/events/commerce';
import { alertOpened, commentAdded, userFollowed } from '@mosaic/schema/events/content';
import { certificateIssued, enrollmentStarted } from '@mosaic/schema/events/courses';
import { mediaCommentAdded } from '@mosaic/schema/events/media';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import { expect, test } from 'vitest';
import { foreignNotices, ownNotices } from '../../src/data/notices.js';
import { kinds } from '../../src/domain/notification.js';
import { titleOf } from '../../src/domain/notification-titles.js';

const at = new Date('2026-11-21T09:00:00.000Z');
const [ada, ben, cleo] = [mintId('User'), mintId('User'), mintId('User')];
const guest = mintId('Guest');

/** Who is told which kind about what. */
function toldOf<P>(kind: EventKind<P>, payload: P) {
  const event = announce(kind, 'key', payload, at);
  return [...ownNotices, ...foreignNotices]
    .flatMap(({ tell }) => tell(event))
    .map((telling) => [telling.to, telling.kind, telling.subjectId] as const);
}
const price = { amountMinor: 1230, currency: 'EUR' };
const order = { orderId: mintId('Order'), buyerId: ada, total: price, claimIds: [] };
const time = { startsAt: '2026-12-01T09:00:00.000Z', endsAt: '2026-12-01T10:00:00.000Z' };
const appointment = { appointmentId: mintId('Appointment'), clientId: ada, coachUserId: ben, ...time };
const change = (
  what: 'REQUESTED' | 'CONFIRMED' | 'DECLINED' | 'RESCHEDULED' | 'CANCELLED' | 'HELD',
  by: string | null,
) => toldOf(appointmentChanged, { ...appointment, change: what, byUserId: by });
const place = { enrollmentId: mintId('Enrollment'), courseId: mintId('Course'), userId: ada, title: 'Chess' };
const said = { postId: mintId('Post'), commentId: mintId('Comment'), authorId: cleo };
const { appointmentId } = appointment;

test('owners, authors and buyers are told of what happened to theirs', () => {
  const alert = { alertId: mintId('Alert'), monitorId: mintId('Monitor'), ownerId: ada, value: 2, threshold: 1 };
  expect(toldOf(alertOpened, { ...alert, monitorName: 'Pulse' })).toEqual([[ada, 'ALERT_OPENED', alert.alertId]]);
  expect(toldOf(orderConfirmed, order)).toEqual([[ada, 'ORDER_CONFIRMED', order.orderId]]);
  const refund = { ...order, amount: price, refundedClaimIds: [] };
  expect(toldOf(orderRefunded, refund)).toEqual([[ada, 'ORDER_REFUNDED', order.orderId]]);
  expect(toldOf(enrollmentStarted, { ...place, coachUserId: ben })).toEqual([
    [ada, 'ENROLLMENT_STARTED', place.enrollmentId],
  ]);
  const certificateId = mintId('Certificate');
  expect(toldOf(certificateIssued, { ...place, certificateId })).toEqual([[ada, 'CERTIFICATE_ISSUED', certificateId]]);
  const seat = { eventId: mintId('Event'), title: 'Party', userId: ada, until: at.toISOString() };
  expect(toldOf(seatOffered, seat)).toEqual([[ada, 'SEAT_OFFERED', seat.eventId]]);
  const remark = { mediaId: mintId('Media'), ownerId: ada, commentId: mintId('MediaComment') };
  expect(toldOf(mediaCommentAdded, { ...remark, authorId: ben })).toEqual([[ada, 'MEDIA_COMMENTED', remark.mediaId]]);
});

test('who is concerned by an appointment is told, but not of what they did themselves', () => {
  expect(change('REQUESTED', ada)).toEqual([[ben, 'APPOINTMENT_REQUESTED', appointmentId]]);
  expect(change('CONFIRMED', ben)).toEqual([[ada, 'APPOINTMENT_CONFIRMED', appointmentId]]);
  expect(change('CONFIRMED', null).map(([to]) => to)).toEqual([ada, ben]);
  expect(change('DECLINED', ben)).toEqual([[ada, 'APPOINTMENT_DECLINED', appointmentId]]);
  expect(change('RESCHEDULED', ada)).toEqual([[ben, 'APPOINTMENT_RESCHEDULED', appointmentId]]);
  expect(change('CANCELLED', ben)).toEqual([[ada, 'APPOINTMENT_CANCELLED', appointmentId]]);
  expect(change('HELD', ada)).toEqual([]);
});

test('a comment tells the author of the post, an answer also whom it answers, and nobody twice', () => {
  const tell = (postAuthorId: string, parentAuthorId: string | null) =>
    toldOf(commentAdded, { ...said, postAuthorId, parentAuthorId }).map(([to, kind]) => [to, kind]);
  expect(tell(ada, null)).toEqual([[ada, 'COMMENT_ADDED']]);
  expect(tell(ada, ben)).toEqual([
    [ben, 'COMMENT_ANSWERED'],
    [ada, 'COMMENT_ADDED'],
  ]);
  expect(tell(ada, ada)).toEqual([[ada, 'COMMENT_ANSWERED']]);
  expect(tell(cleo, cleo)).toEqual([]);
  expect(toldOf(userFollowed, { followerId: ada, followedId: ben })).toEqual([[ben, 'FOLLOWED', ada]]);
});

test('coaches are told of decisions, not of their own application; guests of nothing', () => {
  const coach = { coachId: mintId('Coach'), userId: ada, timeZone: 'Europe/Paris' };
  const standings = (['APPLIED', 'APPROVED', 'DECLINED', 'WITHDRAWN'] as const).flatMap((standing) =>
    toldOf(coachStandingChanged, { ...coach, standing }).map(([, kind]) => kind),
  );
  expect(standings).toEqual(['COACH_APPROVED', 'COACH_DECLINED']);
  expect(toldOf(orderConfirmed, { ...order, buyerId: guest })).toEqual([]);
});

test('every kind has words in both languages; parts that are not known are left out; strange kinds are news', () => {
  for (const kind of Object.keys(kinds)) {
    const titles = (['en', 'fr'] as const).map((locale) => titleOf({ kind, parameters: {} }, locale));
    for (const title of titles) expect(title).toMatch(/^\p{Lu}[^[\]{}]+$/u);
    expect(titles[0]).not.toBe(titles[1]);
  }
  expect(titleOf({ kind: 'SEAT_OFFERED', parameters: { title: 'Party' } }, 'en')).toBe('A seat is free for you: Party');
  expect(titleOf({ kind: 'COMMENT_ADDED', parameters: { actor: 'Ben' } }, 'fr')).toBe(
    'Ben : un nouveau commentaire sur votre publication',
  );
  expect(titleOf({ kind: 'FROM_THE_FUTURE', parameters: { title: '$&' } }, 'en')).toBe('There is news: $&');
});
