// A place in a free course. Enrolling again answers with the place there is.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { may } from '../access.js';
import type { Enrollment } from '../domain/enrollment.js';
import { newPlace } from '../domain/new-enrollment.js';
import { refuse } from '../domain/refusals.js';
import { buyerTurn } from './enrollment-turns.js';
import { reloadEnrollment } from './reload.js';
import type { Rooms } from './rooms.js';
import { release, tellStarted } from './turn-enrollment.js';

export interface Enroll {
  readonly idempotencyKey: string;
  readonly courseId: string;
}

/** Refuses NOT_FOUND, COURSE_NOT_FREE, IDEMPOTENCY_KEY_REUSED. */
export async function enroll(rooms: Rooms, viewer: Viewer, input: Enroll): Promise<Enrollment | Refusal> {
  const { courseId, idempotencyKey: key } = input;
  const enrolled = await rooms.transact(buyerTurn(courseId, viewer.id), (unit) =>
    unit.once({ actor: viewer.id, operation: 'enroll', key, input: { courseId }, now: unit.now }, async () => {
      const course = await unit.courses.find(courseId);
      const living = await unit.enrollments.livingOf(viewer.id, courseId);
      if (living?.status === 'ACTIVE') return living.id;
      if (!course || !may.seeCourse(viewer, course, false)) return refuse('NOT_FOUND');
      if (course.price) return refuse('COURSE_NOT_FREE');
      // Claimed while it still had a price: nobody needs to pay for that any more.
      if (living) await release(unit, living, 'GIVEN_BACK');
      const place = newPlace({ id: rooms.mintId('Enrollment'), courseId: course.id, buyerId: viewer.id }, unit.now);
      await unit.enrollments.add(place);
      await tellStarted(unit, place, course);
      return place.id;
    }),
  );
  return isRefusal(enrolled) ? enrolled : reloadEnrollment(rooms, { viewer, guest: null }, enrolled);
}
