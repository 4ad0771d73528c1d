// One inbox for events of all subgraphs: each fact once, the way its reader wants it, counted exactly.
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { mintId } from '@mosaic/kernel/values/ids';
import { seatOffered } from '@mosaic/schema/events/booking';
import { orderConfirmed } from '@mosaic/schema/events/commerce';
import { certificateIssued } from '@mosaic/schema/events/courses';
import { mediaCommentAdded } from '@mosaic/schema/events/media';
import { coachStandingChanged, userSignedUp } from '@mosaic/schema/events/users';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { consumeEvents } from '../../src/events/consume-events.js';
import { followUser } from '../../src/use-cases/follow-user.js';
import { markNotificationsRead } from '../../src/use-cases/mark-notifications-read.js';
import { updateNotificationPreference } from '../../src/use-cases/update-notification-preference.js';
import { codeOf, granted } from '../lab/chat.js';
import { log, openLab, person } from '../lab/open-lab.js';
import { comment, post } from '../lab/posts.js';

const lab = openLab();
const closing: (() => unknown)[] = [];
const waiting = new Map<string, OutboxEvent[]>();
const page = { size: 100, direction: 'forward', after: null, before: null, scope: '' } as const;
/** The present: MongoDB forgets what is told of an old day, once a minute. */
const at = new Date();
const ada = person();

beforeAll(() => {
  const url = lab.config().REDIS_URL.reveal();
  const [publisher, blocking] = [connectRedis(url, 'commands', log), connectRedis(url, 'blocking', log)];
  for (const subgraph of ['users', 'booking', 'commerce', 'courses', 'media']) {
    waiting.set(subgraph, []);
    const drain = async (publish: (events: readonly OutboxEvent[]) => Promise<void>) => {
      const batch = waiting.get(subgraph)!.splice(0);
      if (batch.length > 0) await publish(batch);
      return batch.length;
    };
    const relay = startRelay({ subgraph, source: { drain, rewind: async () => {} }, redis: publisher, log });
    closing.push(() => relay.stop());
  }
  const consumer = consumeEvents('content', lab.rooms(), blocking);
  closing.push(
    () => consumer.stop(),
    () => publisher.disconnect(),
    () => blocking.disconnect(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

const inbox = async (who: Asker) => lab.rooms().read.notificationsOf(who, page);
const kindsOf = async (who: Asker) => (await inbox(who)).map(({ kind }) => kind);
const announced = (who: Asker) =>
  lab.rooms().connection.collection('outbox').find({ name: 'NotificationAdded', key: who.id }).toArray();
const unread = (who: Asker) => lab.rooms().read.unreadNotifications(who);

test('what happens in each of the other five arrives in one inbox; three deliveries are one', async () => {
  const ben = person();
  const bens = { userId: ben.id, displayName: 'Ben', locale: 'en' as const };
  const price = { amountMinor: 1230, currency: 'EUR' };
  const order = { orderId: mintId('Order'), buyerId: ada.id, total: price, claimIds: [] };
  const seat = { eventId: mintId('Event'), title: 'Party', userId: ada.id, until: at.toISOString() };
  const place = { enrollmentId: mintId('Enrollment'), courseId: mintId('Course'), userId: ada.id, title: 'Chess' };
  const remark = { mediaId: mintId('Media'), ownerId: ada.id, commentId: mintId('MediaComment'), authorId: ben.id };
  const coach = { coachId: mintId('Coach'), userId: ada.id, standing: 'APPROVED' as const, timeZone: 'Europe/Paris' };
  const events: [string, OutboxEvent][] = [
    ['users', announce(userSignedUp, ben.id, bens, at)],
    ['users', announce(coachStandingChanged, coach.coachId, coach, at)],
    ['commerce', announce(orderConfirmed, order.orderId, order, at)],
    ['booking', announce(seatOffered, seat.eventId, seat, at)],
    [
      'courses',
      announce(certificateIssued, place.enrollmentId, { ...place, certificateId: mintId('Certificate') }, at),
    ],
    ['media', announce(mediaCommentAdded, remark.mediaId, remark, at)],
  ];
  for (const [from, event] of events) waiting.get(from)!.push(event, event, event);
  // The same fact under another id: the inbox of events lets it through, the dedupe key does not.
  waiting.get('commerce')!.push(announce(orderConfirmed, order.orderId, order, at));
  const told = ['CERTIFICATE_ISSUED', 'COACH_APPROVED', 'MEDIA_COMMENTED', 'ORDER_CONFIRMED', 'SEAT_OFFERED'];
  await vi.waitFor(async () => expect((await kindsOf(ada)).sort()).toEqual(told), 15_000);
  const applied = () => lab.rooms().connection.collection('inbox').countDocuments();
  await vi.waitFor(async () => expect(await applied()).toBe(7), 10_000);

  expect((await kindsOf(ada)).sort()).toEqual(told);
  expect((await inbox(ada)).map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
  const ordered = (await inbox(ada)).find(({ kind }) => kind === 'ORDER_CONFIRMED');
  expect(ordered).toMatchObject({ subjectId: order.orderId, parameters: price, readAt: null });
  expect((await announced(ada)).map(({ payload }) => [payload.kind, payload.byMail]).sort()).toEqual(
    told.map((kind) => [kind, kind !== 'MEDIA_COMMENTED']),
  );
}, 30_000);

test('what happens here is told in the transaction that announces it, with the name of who did it', async () => {
  const [author, reader] = [person(), person()];
  const { people } = { people: lab.rooms().connection.collection<{ _id: string }>('people') };
  const facts = { displayName: 'Élodie', foldedName: 'elodie', locale: 'fr', knownAt: at };
  await people.insertOne({ _id: reader.id, ...facts });
  const { id: postId } = await post(lab.rooms(), author);
  const first = await comment(lab.rooms(), reader, postId);
  await comment(lab.rooms(), author, postId, first.id);
  for (let n = 0; n < 3; n += 1) granted(await followUser(lab.rooms(), reader, { userId: author.id }));
  const told = async (who: Asker) => (await inbox(who)).map(({ kind, subjectId }) => [kind, subjectId]);
  expect(await told(author)).toEqual([
    ['FOLLOWED', reader.id],
    ['COMMENT_ADDED', first.id],
  ]);
  expect((await inbox(author))[1]!.parameters).toEqual({ actor: 'Élodie' });
  expect((await told(reader)).map(([kind]) => kind)).toEqual(['COMMENT_ANSWERED']);
});

test('preferences decide whether it comes into the inbox, by mail, both or neither', async () => {
  const author = person();
  const prefer = async (inApp: boolean, byMail: boolean) =>
    granted(await updateNotificationPreference(lab.rooms(), author, { kind: 'COMMENT_ADDED', inApp, byMail }));
  const { id: postId } = await post(lab.rooms(), author);
  const mailed: boolean[][] = [];
  for (const [inApp, byMail] of [
    [true, false],
    [false, true],
    [true, true],
    [false, false],
  ] as const) {
    await prefer(inApp, byMail);
    await comment(lab.rooms(), person(), postId);
    mailed.push((await announced(author)).map(({ payload }) => payload.byMail));
  }
  expect((await inbox(author)).map(({ seq }) => seq)).toEqual([2, 1]);
  expect(mailed).toEqual([[false], [false, true], [false, true, true], [false, true, true]]);
  const preferences = await lab.rooms().read.preferencesOf(author);
  expect(preferences).toHaveLength(17);
  expect(preferences.find(({ kind }) => kind === 'COMMENT_ADDED')).toMatchObject({ isInApp: false, isByMail: false });
  expect(preferences.find(({ kind }) => kind === 'ALERT_OPENED')).toMatchObject({ isInApp: true, isByMail: true });
});

test('marking goes up to one notification, is idempotent, and is exact while others arrive', async () => {
  const author = person();
  const { id: postId } = await post(lab.rooms(), author);
  const tell = () => comment(lab.rooms(), person(), postId);
  for (let n = 0; n < 4; n += 1) await tell();
  const [, , second] = await inbox(author);
  const mark = (upTo: string, who = author) => markNotificationsRead(lab.rooms(), who, { upTo });
  granted(await mark(second!.id));
  expect(await unread(author)).toBe(2);
  const readAt = (await inbox(author)).map((one) => one.readAt);
  granted(await mark(second!.id));
  expect((await inbox(author)).map((one) => one.readAt)).toEqual(readAt);
  const [newest] = await inbox(author);
  await Promise.all([mark(newest!.id), ...Array.from({ length: 10 }, tell), mark(newest!.id)]);
  expect(await unread(author)).toBe(10);
  expect((await inbox(author)).map(({ seq }) => seq)).toEqual(Array.from({ length: 14 }, (_, n) => 14 - n));
  for (const [who, upTo] of [
    [person(), newest!.id],
    [author, 'x'],
  ] as const)
    expect(codeOf(await mark(upTo, who))).toBe('NOT_FOUND');
});

test('the store itself refuses a second notification of one fact', async () => {
  const rows = lab.rooms().connection.collection<{ _id: string }>('notifications');
  const row = await rows.findOne({ userId: ada.id });
  await expect(rows.insertOne({ ...row!, _id: 'second' })).rejects.toMatchObject({ code: 11_000 });
});
