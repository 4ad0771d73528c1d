// Holds a course with a price for somebody, at the price of this moment: commerce puts it into their cart, and the payment
// turns the claim into a place.
import { announce } from '@mosaic/kernel/outbox/event';
import { AccessError, isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { claimHeld } from '@mosaic/schema/events/claims';
import { may } from '../access.js';
import { type Asker, buyerIdOf } from '../data/asker.js';
import { type Enrollment, isHeld } from '../domain/enrollment.js';
import { newClaim } from '../domain/new-enrollment.js';
import { refuse } from '../domain/refusals.js';
import type { Enroll } from './enroll.js';
import { buyerTurn } from './enrollment-turns.js';
import { reloadEnrollment } from './reload.js';
import type { Rooms } from './rooms.js';
import { release } from './turn-enrollment.js';

/**
 * For a viewer or a guest; throws UNAUTHENTICATED for anybody else. While a claim is held, claiming again answers with it.
 * Refuses NOT_FOUND, COURSE_IS_FREE, ALREADY_ENROLLED, IDEMPOTENCY_KEY_REUSED.
 */
export async function claimCourse(rooms: Rooms, asker: Asker, input: Enroll): Promise<Enrollment | Refusal> {
  const { courseId, idempotencyKey: key } = input;
  const buyerId = buyerIdOf(asker);
  if (!buyerId) throw new AccessError('UNAUTHENTICATED');
  const claimed = await rooms.transact(buyerTurn(courseId, buyerId), (unit) =>
    unit.once({ actor: buyerId, operation: 'claimCourse', key, input: { courseId }, now: unit.now }, async () => {
      const course = await unit.courses.find(courseId);
      if (!course || !may.seeCourse(asker.viewer, course, false)) return refuse('NOT_FOUND');
      const living = await unit.enrollments.livingOf(buyerId, courseId);
      if (living?.status === 'ACTIVE') return refuse('ALREADY_ENROLLED');
      if (living && isHeld(living, unit.now)) return living.id;
      if (!course.price) return refuse('COURSE_IS_FREE');
      if (living) await release(unit, living, 'EXPIRED'); // the sweep is not that fast
      const claim = newClaim({ id: rooms.mintId('Enrollment'), courseId: course.id, buyerId }, course.price, unit.now);
      await unit.enrollments.add(claim);
      const held = {
        claimId: claim.id,
        itemId: course.id,
        buyerId,
        title: course.title,
        price: course.price,
        heldUntil: claim.heldUntil.toISOString(),
      };
      await unit.announce(announce(claimHeld, claim.id, held, unit.now));
      return claim.id;
    }),
  );
  return isRefusal(claimed) ? claimed : reloadEnrollment(rooms, asker, claimed);
}
