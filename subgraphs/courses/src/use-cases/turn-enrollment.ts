// The turns an enrollment takes, each told in the transaction that makes it.
import { announce } from '@mosaic/kernel/outbox/event';
import { claimConfirmed, claimReleased } from '@mosaic/schema/events/claims';
import { enrollmentRevoked, enrollmentStarted } from '@mosaic/schema/events/courses';
import type { Unit } from '../data/unit-of-work.js';
import type { Course } from '../domain/course.js';
import type { Enrollment } from '../domain/enrollment.js';

const placeOf = ({ id, buyerId }: Enrollment, { id: courseId, title }: Course) => ({
  enrollmentId: id,
  courseId,
  userId: buyerId,
  title,
});

/** The place is its buyer's now. */
export async function tellStarted(unit: Unit, enrollment: Enrollment, course: Course): Promise<void> {
  const payload = { ...placeOf(enrollment, course), coachUserId: course.coachUserId };
  await unit.announce(announce(enrollmentStarted, enrollment.id, payload, unit.now));
}

/** Turns a claim into a place, paid by this order, for the buyer of the order. */
export async function activate(
  unit: Unit,
  claim: Enrollment,
  { orderId, buyerId }: { readonly orderId: string; readonly buyerId: string },
  course: Course,
): Promise<void> {
  const place = await unit.enrollments.turn(claim, {
    status: 'ACTIVE',
    buyerId,
    orderId,
    heldUntil: null,
    activatedAt: unit.now,
    endedAt: null,
  });
  await unit.announce(announce(claimConfirmed, claim.id, { claimId: claim.id, orderId }, unit.now));
  await tellStarted(unit, place, course);
}

/** Ends a claim that nobody paid. */
export async function release(unit: Unit, claim: Enrollment, reason: 'EXPIRED' | 'GIVEN_BACK'): Promise<void> {
  await unit.enrollments.turn(claim, { status: 'RELEASED', endedAt: unit.now });
  const payload = { claimId: claim.id, orderId: null, reason };
  await unit.announce(announce(claimReleased, claim.id, payload, unit.now));
}

/** Ends a place whose money went back: whatever it opened is closed with the next request. */
export async function revoke(unit: Unit, place: Enrollment, course: Course): Promise<void> {
  await unit.enrollments.turn(place, { status: 'REVOKED', endedAt: unit.now });
  await unit.announce(announce(enrollmentRevoked, place.id, placeOf(place, course), unit.now));
}
