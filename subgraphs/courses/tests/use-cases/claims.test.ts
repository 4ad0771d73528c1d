// The life of a claim beside the straight way: it expires, is dropped, is a guest's, is paid too late. Every end is told.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { minutes } from '@mosaic/kernel/values/time';
import { claimConfirmed, claimHeld, claimReleased } from '@mosaic/schema/events/claims';
import { claimDropped } from '@mosaic/schema/events/commerce';
import { guestAdopted } from '@mosaic/schema/events/users';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Course } from '../../src/domain/course.js';
import { claimCourse } from '../../src/use-cases/claim-course.js';
import { enroll } from '../../src/use-cases/enroll.js';
import { releaseExpired } from '../../src/use-cases/release-expired.js';
import { unpublishCourse } from '../../src/use-cases/unpublish-course.js';
import { updateCourse } from '../../src/use-cases/update-course.js';
import { openLab, person, TestClock } from '../lab/open-lab.js';
import { coach, deliver, EUROS, granted, orderOf, publishedCourse, told } from '../lab/school.js';

const clock = new TestClock();
const lab = openLab({ clock });
let ada: Viewer;
let course: Course;
beforeAll(async () => {
  ada = await coach(lab.rooms());
  course = await paidCourse();
});

const paidCourse = async () => (await publishedCourse(lab.rooms(), ada, { title: 'Paid', price: EUROS })).course;
const guest = (): Asker & { guest: string } => ({ viewer: null, guest: mintId('Guest') });
const as = (viewer: Viewer): Asker => ({ viewer, guest: null });
const claimBy = async (asker: Asker, { id: courseId } = course) =>
  granted(await claimCourse(lab.rooms(), asker, { courseId, idempotencyKey: randomUUID() }));
const row = async (id: string) => {
  const found = await lab
    .rooms()
    .connection.collection('enrollments')
    .findOne({ _id: id as never });
  return [found?.['status'], found?.['buyerId']];
};
const released = (id: string) => told(lab.rooms(), claimReleased, id);
const adopt = (guestId: string, { id: userId }: Viewer) =>
  deliver(lab.rooms(), announce(guestAdopted, guestId, { guestId, userId }, clock.now()));
const sweep = async () => {
  let settled = 0;
  while ((await releaseExpired(lab.rooms())) > 0) settled += 1;
  return settled;
};

test('a claim expires by the sweep, once, however many sweep; and then a new one can be made', async () => {
  const ben = person();
  const first = await claimBy(as(ben));
  expect(await sweep()).toBe(0);
  clock.forward(minutes(29));
  expect(await sweep()).toBe(0);
  clock.forward(minutes(1));
  await Promise.all([sweep(), sweep(), sweep()]);
  expect(await released(first.id)).toEqual([{ claimId: first.id, orderId: null, reason: 'EXPIRED' }]);
  const second = await claimBy(as(ben));
  expect(second.id).not.toBe(first.id);
  clock.forward(minutes(31));
  const third = await claimBy(as(ben)); // before any sweep came by
  expect(await row(second.id)).toEqual(['RELEASED', ben.id]);
  expect(await row(third.id)).toEqual(['PENDING', ben.id]);
});

test('paid after it expired: taken again while the course is for sale, else the money goes back', async () => {
  const ben = person();
  const other = await paidCourse();
  const [again, late] = [await claimBy(as(ben)), await claimBy(as(ben), other)];
  clock.forward(minutes(31));
  await sweep();
  granted(await unpublishCourse(lab.rooms(), ada, { courseId: other.id }));
  const order = orderOf(ben.id, again.id, late.id);
  await Promise.all([deliver(lab.rooms(), order.paid()), deliver(lab.rooms(), order.paid())]);
  expect(await row(again.id)).toEqual(['ACTIVE', ben.id]);
  expect(await told(lab.rooms(), claimConfirmed, again.id)).toEqual([{ claimId: again.id, orderId: order.orderId }]);
  expect(await row(late.id)).toEqual(['RELEASED', ben.id]);
  expect((await released(late.id)).slice(1)).toEqual([
    { claimId: late.id, orderId: order.orderId, reason: 'TOO_LATE' },
  ]);
  await deliver(lab.rooms(), order.refunded([late.id]));
  expect(await row(late.id)).toEqual(['RELEASED', ben.id]);
  expect(await row(again.id)).toEqual(['ACTIVE', ben.id]);
});

test('a claim that is held may be paid though the course was taken back', async () => {
  const ben = person();
  const other = await paidCourse();
  const { id } = await claimBy(as(ben), other);
  granted(await unpublishCourse(lab.rooms(), ada, { courseId: other.id }));
  await deliver(lab.rooms(), orderOf(ben.id, id).paid());
  expect(await row(id)).toEqual(['ACTIVE', ben.id]);
});

test('paid twice by two orders: the second goes back', async () => {
  const ben = person();
  const { id } = await claimBy(as(ben));
  const [one, two] = [orderOf(ben.id, id), orderOf(ben.id, id)];
  await deliver(lab.rooms(), one.paid());
  await deliver(lab.rooms(), two.paid());
  expect(await released(id)).toEqual([{ claimId: id, orderId: two.orderId, reason: 'TOO_LATE' }]);
  await deliver(lab.rooms(), two.refunded());
  expect(await row(id)).toEqual(['ACTIVE', ben.id]);
});

test.each(['EXPIRED', 'CANCELLED'] as const)(
  'an order that is %s releases its claims, but no place',
  async (reason) => {
    const ben = person();
    const [claim, place] = [await claimBy(as(ben)), await claimBy(as(ben), await paidCourse())];
    await deliver(lab.rooms(), orderOf(ben.id, place.id).paid());
    const order = orderOf(ben.id, claim.id, place.id);
    await deliver(lab.rooms(), order.closed(reason));
    await deliver(lab.rooms(), order.closed(reason));
    const told = reason === 'EXPIRED' ? 'EXPIRED' : 'GIVEN_BACK';
    expect(await released(claim.id)).toEqual([{ claimId: claim.id, orderId: null, reason: told }]);
    expect(await row(place.id)).toEqual(['ACTIVE', ben.id]);
  },
);

test('a claim dropped from the cart is released', async () => {
  const ben = person();
  const { id } = await claimBy(as(ben));
  const dropped = announce(claimDropped, id, { claimId: id, buyerId: ben.id }, clock.now());
  expect(await deliver(lab.rooms(), dropped)).toBe(true);
  expect(await deliver(lab.rooms(), dropped)).toBe(false);
  expect(await released(id)).toEqual([{ claimId: id, orderId: null, reason: 'GIVEN_BACK' }]);
});

test('a guest’s claim becomes the user’s, and what the user holds or has already wins', async () => {
  const [ben, visitor] = [person(), guest()];
  const [moved, doubled, had] = [course, await paidCourse(), await paidCourse()];
  const own = await claimBy(as(ben), doubled);
  const place = await claimBy(as(ben), had);
  await deliver(lab.rooms(), orderOf(ben.id, place.id).paid());
  const claims = [];
  for (const one of [moved, doubled, had]) claims.push((await claimBy(visitor, one)).id);
  expect((await told(lab.rooms(), claimHeld, claims[0]!))[0]!.buyerId).toBe(visitor.guest);
  await adopt(visitor.guest, ben);
  await adopt(visitor.guest, ben);
  expect(await row(claims[0]!)).toEqual(['PENDING', ben.id]);
  for (const id of [claims[1]!, claims[2]!]) {
    expect(await row(id)).toEqual(['RELEASED', visitor.guest]);
    expect(await released(id)).toEqual([{ claimId: id, orderId: null, reason: 'GIVEN_BACK' }]);
  }
  expect(await row(own.id)).toEqual(['PENDING', ben.id]);
});

test('paid before the adoption arrives: the place is the user’s; who had one already gets the money back', async () => {
  const [ben, visitor] = [person(), guest()];
  const had = await paidCourse();
  const place = await claimBy(as(ben), had);
  await deliver(lab.rooms(), orderOf(ben.id, place.id).paid());
  const [quick, twice] = [await claimBy(visitor), await claimBy(visitor, had)];
  const order = orderOf(ben.id, quick.id, twice.id);
  await deliver(lab.rooms(), order.paid());
  expect(await row(quick.id)).toEqual(['ACTIVE', ben.id]);
  expect(await released(twice.id)).toEqual([{ claimId: twice.id, orderId: order.orderId, reason: 'TOO_LATE' }]);
  await adopt(visitor.guest, ben);
  expect(await row(quick.id)).toEqual(['ACTIVE', ben.id]);
  expect(await row(place.id)).toEqual(['ACTIVE', ben.id]);
});

test('adopted while their own claim is being paid: one place, and nothing is left held', async () => {
  const [ben, visitor] = [person(), guest()];
  const [own, guests] = [await claimBy(as(ben)), await claimBy(visitor)];
  await Promise.all([adopt(visitor.guest, ben), deliver(lab.rooms(), orderOf(ben.id, guests.id).paid())]);
  const ends = [(await row(own.id))[0], (await row(guests.id))[0]];
  // Whichever came first: the guest's claim is paid and wins, also when it was given back a moment before.
  expect(ends).toEqual(['RELEASED', 'ACTIVE']);
  expect(await released(own.id)).toEqual([{ claimId: own.id, orderId: null, reason: 'GIVEN_BACK' }]);
});

test('money for what is not there, or is somebody else’s, goes back and changes nothing', async () => {
  const [ben, eve] = [person(), person()];
  const { id } = await claimBy(as(ben));
  const unknown = mintId('Enrollment');
  const order = orderOf(eve.id, id, unknown, mintId('Appointment'));
  await deliver(lab.rooms(), order.paid());
  expect(await row(id)).toEqual(['PENDING', ben.id]);
  for (const claimId of [id, unknown])
    expect(await released(claimId)).toEqual([{ claimId, orderId: order.orderId, reason: 'TOO_LATE' }]);
});

test('a claim keeps its price when the course changes; who is nobody cannot claim, and guests cannot enroll', async () => {
  const ben = person();
  const other = await paidCourse();
  const { id } = await claimBy(as(ben), other);
  const dearer = { courseId: other.id, expectedVersion: other.version, price: { amountMinor: 9_900, currency: 'EUR' } };
  granted(await updateCourse(lab.rooms(), ada, dearer));
  expect((await claimBy(as(ben), other)).price).toEqual(EUROS);
  expect((await claimBy(guest(), other)).price).toEqual(dearer.price);
  expect((await told(lab.rooms(), claimHeld, id)).map(({ price }) => price)).toEqual([EUROS]);
  const input = { courseId: other.id, idempotencyKey: randomUUID() };
  await expect(claimCourse(lab.rooms(), { viewer: null, guest: null }, input)).rejects.toThrow('Sign in first');
  expect(
    granted(await enroll(lab.rooms(), ben, { ...input, courseId: (await publishedCourse(lab.rooms(), ada)).course.id }))
      .status,
  ).toBe('ACTIVE');
});
