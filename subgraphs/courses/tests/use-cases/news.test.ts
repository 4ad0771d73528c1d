// News of others arrives over their streams: the whole way of a guest's order, through Redis, whatever comes twice.
import { randomUUID } from 'node:crypto';
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { OutboxSource } from '@mosaic/kernel/outbox/source';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { mintId, retype } from '@mosaic/kernel/values/ids';
import { claimConfirmed, claimHeld } from '@mosaic/schema/events/claims';
import { enrollmentStarted } from '@mosaic/schema/events/courses';
import { coachStandingChanged, guestAdopted, userSignedUp } from '@mosaic/schema/events/users';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { consumeEvents } from '../../src/events/consume-events.js';
import { claimCourse } from '../../src/use-cases/claim-course.js';
import { log, openLab, person } from '../lab/open-lab.js';
import { deliver, EUROS, granted, orderOf, publishedCourse, told } from '../lab/school.js';

const lab = openLab();
const closing: (() => unknown)[] = [];
const waiting = { users: [] as OutboxEvent[], commerce: [] as OutboxEvent[] };

/** An outbox of another subgraph that holds these events, as the real one would publish them. */
const sourceOf = (events: OutboxEvent[]): OutboxSource => ({
  drain: async (publish) => {
    const batch = events.splice(0);
    if (batch.length > 0) await publish(batch);
    return batch.length;
  },
  rewind: async () => {},
});

beforeAll(() => {
  const url = lab.config().REDIS_URL.reveal();
  for (const subgraph of ['users', 'commerce'] as const) {
    const redis = connectRedis(url, 'commands', log);
    const relay = startRelay({ subgraph, source: sourceOf(waiting[subgraph]), redis, log });
    closing.unshift(
      () => relay.stop(),
      () => redis.disconnect(),
    );
  }
  const blocking = connectRedis(url, 'blocking', log);
  const consumer = consumeEvents('courses', lab.rooms(), blocking);
  closing.unshift(
    () => consumer.stop(),
    () => blocking.disconnect(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

test('a coach is approved, a guest claims, signs in and pays: everything arrives, each thing once', async () => {
  const rooms = lab.rooms();
  const [ada, ben, guest] = [person(), person(), mintId('Guest')];
  const coachId = retype('Coach', ada.id);
  const standing = { coachId, userId: ada.id, standing: 'APPROVED' as const, timeZone: 'Europe/Paris' };
  const signedUp = announce(userSignedUp, ben.id, { userId: ben.id, displayName: 'Ben', locale: 'fr' }, new Date());
  waiting.users.push(announce(coachStandingChanged, coachId, standing, new Date()), signedUp, signedUp);
  const has = (collection: string, id: string) => async () =>
    expect(await rooms.connection.collection(collection).countDocuments({ _id: id as never })).toBe(1);
  await vi.waitFor(has('coach_standings', coachId), 10_000);
  await vi.waitFor(has('people', ben.id), 10_000);

  const { course } = await publishedCourse(rooms, ada, { title: 'Paid', price: EUROS });
  const asker = { viewer: null, guest };
  const { id } = granted(await claimCourse(rooms, asker, { courseId: course.id, idempotencyKey: randomUUID() }));
  expect(await told(rooms, claimHeld, id)).toMatchObject([{ buyerId: guest, itemId: course.id }]);
  const order = orderOf(ben.id, id);
  const paid = order.paid();
  waiting.users.push(announce(guestAdopted, guest, { guestId: guest, userId: ben.id }, new Date()));
  waiting.commerce.push(paid, paid);
  await vi.waitFor(async () => expect(await told(rooms, enrollmentStarted, id)).toHaveLength(1), 10_000);
  expect(await told(rooms, claimConfirmed, id)).toEqual([{ claimId: id, orderId: order.orderId }]);
  waiting.commerce.push(order.refunded());
  const status = () => rooms.connection.collection('enrollments').findOne({ _id: id as never });
  await vi.waitFor(async () => expect(await status()).toMatchObject({ status: 'REVOKED', buyerId: ben.id }), 10_000);
});

test('of two standings of one moment the one told later stands; an older one that comes late changes nothing', async () => {
  const rooms = lab.rooms();
  const { id: userId } = person();
  const coachId = retype('Coach', userId);
  const now = new Date();
  const tell = (standing: 'APPROVED' | 'WITHDRAWN', at: Date) =>
    deliver(
      rooms,
      announce(coachStandingChanged, coachId, { coachId, userId, standing, timeZone: 'Europe/Paris' }, at),
    );
  await tell('APPROVED', now);
  await tell('WITHDRAWN', now);
  await tell('APPROVED', new Date(now.getTime() - 1));
  const kept = await rooms.connection.collection('coach_standings').findOne({ _id: coachId as never });
  expect(kept).toMatchObject({ standing: 'WITHDRAWN' });
});
