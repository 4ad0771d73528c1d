// What the money side means for a claim. Pure: the whole of the saga's decisions on this side.
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Course } from './course.js';
import type { Enrollment } from './enrollment.js';

export type PaidVerdict = 'ACTIVATE' | 'TOO_LATE' | 'NOTHING';

interface Paid {
  readonly orderId: string;
  readonly buyerId: string;
}

/** Whether the order's buyer may have the claim: it is theirs, or of a guest, whose adoption may still be on its way. */
export const isClaimOf = (claim: Enrollment, { buyerId }: Paid): boolean =>
  claim.buyerId === buyerId || isIdOf('Guest', claim.buyerId);

/**
 * What a paid order means for one of its claims. `active` is the buyer's place in the course, if they have one. A claim that
 * was released is taken again as long as the course is for sale, because a course never runs out.
 */
export function judgePaid(
  claim: Enrollment,
  order: Paid,
  course: Course | null,
  active: Enrollment | null,
): PaidVerdict {
  if (claim.orderId === order.orderId) return 'NOTHING'; // told before, in this or another event
  if (!isClaimOf(claim, order) || !course || active || !isIdOf('User', order.buyerId)) return 'TOO_LATE';
  if (claim.status === 'PENDING') return 'ACTIVATE';
  return claim.status === 'RELEASED' && claim.orderId === null && course.isPublished ? 'ACTIVATE' : 'TOO_LATE';
}

/**
 * Whether giving the money of this order back ends the claim. One that no order ever paid here ends too: the word of the
 * payment went astray, and must not open the course when it turns up after all.
 */
export const endsByRefund = (claim: Enrollment, orderId: string): boolean =>
  claim.status === 'ACTIVE' ? claim.orderId === orderId : claim.orderId === null;
