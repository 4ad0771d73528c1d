// Enrolling exactly once, free or paid, whatever arrives how often; and what a refund takes back.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { claimConfirmed, claimHeld, claimReleased } from '@mosaic/schema/events/claims';
import { enrollmentRevoked, enrollmentStarted } from '@mosaic/schema/events/courses';
import { beforeAll, expect, test } from 'vitest';
import { openLoaders } from '../../src/data/loaders.js';
import type { Course } from '../../src/domain/course.js';
import { claimCourse } from '../../src/use-cases/claim-course.js';
import { enroll } from '../../src/use-cases/enroll.js';
import { openLab, person } from '../lab/open-lab.js';
import { coach, codeOf, deliver, EUROS, granted, orderOf, publishedCourse, told } from '../lab/school.js';

const lab = openLab();
let ada: Viewer;
let free: Course;
beforeAll(async () => {
  ada = await coach(lab.rooms());
  free = (await publishedCourse(lab.rooms(), ada)).course;
});

const as = (viewer: Viewer) => ({ viewer, guest: null });
const paidCourse = async () => publishedCourse(lab.rooms(), ada, { title: 'Paid', price: EUROS });
const claim = async (viewer: Viewer, { id: courseId }: Course) =>
  granted(await claimCourse(lab.rooms(), as(viewer), { courseId, idempotencyKey: randomUUID() }));
const rowsOf = (buyerId: string) => lab.rooms().connection.collection('enrollments').find({ buyerId }).toArray();
const statusesOf = async (buyerId: string) => (await rowsOf(buyerId)).map(({ status }) => status).sort();
const seesInside = async (viewer: Viewer, lessonId: string) => {
  const load = openLoaders(lab.rooms().read, as(viewer));
  const lesson = await load.lesson.load(lessonId);
  return lesson !== null && load.mayOpen.load(lesson);
};

test('50 concurrent enrolls are one enrollment, told once; find-then-insert makes many', async () => {
  const rooms = lab.rooms();
  const ben = person();
  const all = await Promise.all(
    Array.from({ length: 50 }, () => enroll(rooms, ben, { courseId: free.id, idempotencyKey: randomUUID() })),
  );
  expect(new Set(all.map((one) => granted(one).id)).size).toBe(1);
  expect(await statusesOf(ben.id)).toEqual(['ACTIVE']);
  expect(await told(rooms, enrollmentStarted, granted(all[0]!).id)).toEqual([
    { enrollmentId: granted(all[0]!).id, courseId: free.id, userId: ben.id, title: 'A course', coachUserId: ada.id },
  ]);

  // Negative control: look, then insert, without the unique index that stands behind the look.
  const bare = rooms.connection.collection('naive_enrollments');
  const naively = async () => {
    if (!(await bare.findOne({ buyerId: ben.id }))) await bare.insertOne({ buyerId: ben.id });
  };
  await Promise.all(Array.from({ length: 50 }, naively));
  expect(await bare.countDocuments()).toBeGreaterThan(1);
});

test('a claim, 50 more claims, and 5 deliveries of OrderPaid are one enrollment, confirmed once', async () => {
  const rooms = lab.rooms();
  const [ben, { course }] = [person(), await paidCourse()];
  const input = () => ({ courseId: course.id, idempotencyKey: randomUUID() });
  expect(codeOf(await enroll(rooms, ben, input()))).toBe('COURSE_NOT_FREE');
  const claims = await Promise.all(Array.from({ length: 50 }, () => claimCourse(rooms, as(ben), input())));
  const { id, heldUntil } = granted(claims[0]!);
  expect(new Set(claims.map((one) => granted(one).id))).toEqual(new Set([id]));
  expect(await told(rooms, claimHeld, id)).toEqual([
    {
      claimId: id,
      itemId: course.id,
      buyerId: ben.id,
      title: 'Paid',
      price: EUROS,
      heldUntil: heldUntil!.toISOString(),
    },
  ]);
  const order = orderOf(ben.id, id);
  const [first, second] = [order.paid(), order.paid()]; // an order that is announced twice, and each delivered again
  const deliveries = [first, second, first, second, first].map((event) => deliver(rooms, event));
  const again = Array.from({ length: 50 }, () => claimCourse(rooms, as(ben), input()));
  await Promise.all([...deliveries, ...again]);
  expect(await statusesOf(ben.id)).toEqual(['ACTIVE']);
  expect(await told(rooms, claimConfirmed, id)).toEqual([{ claimId: id, orderId: order.orderId }]);
  expect(await told(rooms, enrollmentStarted, id)).toHaveLength(1);
  expect(await told(rooms, claimReleased, id)).toEqual([]);
  expect(codeOf(await claimCourse(rooms, as(ben), input()))).toBe('ALREADY_ENROLLED');
});

test('a refund takes the place back with the next request, once, and only by the order that paid', async () => {
  const rooms = lab.rooms();
  const [ben, { course, lessons }] = [person(), await paidCourse()];
  const { id } = await claim(ben, course);
  const order = orderOf(ben.id, id);
  expect(await seesInside(ben, lessons[0]!.id)).toBe(false);
  await deliver(rooms, order.paid());
  expect(await seesInside(ben, lessons[0]!.id)).toBe(true);
  await deliver(rooms, orderOf(ben.id, id).refunded());
  expect(await seesInside(ben, lessons[0]!.id)).toBe(true);
  const refunded = order.refunded();
  await Promise.all([deliver(rooms, refunded), deliver(rooms, refunded), deliver(rooms, order.refunded())]);
  expect(await seesInside(ben, lessons[0]!.id)).toBe(false);
  expect(await told(rooms, enrollmentRevoked, id)).toEqual([
    { enrollmentId: id, courseId: course.id, userId: ben.id, title: 'Paid' },
  ]);
  await deliver(rooms, order.paid());
  expect(await statusesOf(ben.id)).toEqual(['REVOKED']);
  const anew = await claim(ben, course);
  await deliver(rooms, orderOf(ben.id, anew.id).paid());
  expect(await statusesOf(ben.id)).toEqual(['ACTIVE', 'REVOKED']);
});

test('a refund of some lines leaves the others', async () => {
  const rooms = lab.rooms();
  const ben = person();
  const [one, two] = [await paidCourse(), await paidCourse()];
  const claims = [await claim(ben, one.course), await claim(ben, two.course)].map(({ id }) => id);
  const order = orderOf(ben.id, ...claims, 'an appointment');
  await deliver(rooms, order.paid());
  await deliver(rooms, order.refunded([claims[0]!]));
  const status = new Map((await rowsOf(ben.id)).map((row) => [row._id as unknown as string, row['status']]));
  expect(claims.map((id) => status.get(id))).toEqual(['REVOKED', 'ACTIVE']);
});

test('the word of a payment that went astray does not open what was refunded meanwhile', async () => {
  const rooms = lab.rooms();
  const [ben, { course }] = [person(), await paidCourse()];
  const { id } = await claim(ben, course);
  const order = orderOf(ben.id, id);
  await deliver(rooms, order.refunded());
  await deliver(rooms, order.paid());
  expect(await statusesOf(ben.id)).toEqual(['REVOKED']);
});

test('a claim of a course that became free is given back when its buyer enrolls', async () => {
  const rooms = lab.rooms();
  const [ben, { course }] = [person(), await paidCourse()];
  const { id } = await claim(ben, course);
  await rooms.connection.collection('courses').updateOne({ _id: course.id as never }, { $set: { price: null } });
  granted(await enroll(rooms, ben, { courseId: course.id, idempotencyKey: randomUUID() }));
  expect(await statusesOf(ben.id)).toEqual(['ACTIVE', 'RELEASED']);
  expect(await told(rooms, claimReleased, id)).toEqual([{ claimId: id, orderId: null, reason: 'GIVEN_BACK' }]);
  expect(codeOf(await claimCourse(rooms, as(person()), { courseId: course.id, idempotencyKey: randomUUID() }))).toBe(
    'COURSE_IS_FREE',
  );
});
