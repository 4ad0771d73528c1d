// An enrollment: a buyer's place in a course, or the claim to one that commerce sells. At most one of a buyer's in a course
// lives (PENDING or ACTIVE); those that are over stay as they ended.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { type Milliseconds, minutes } from '@mosaic/kernel/values/time';

export type EnrollmentStatus = 'PENDING' | 'ACTIVE' | 'RELEASED' | 'REVOKED';

/** The states of which a buyer has at most one in a course. */
export const living: readonly EnrollmentStatus[] = ['PENDING', 'ACTIVE'];

/** How long a price is held for a buyer. */
export const HOLD: Milliseconds = minutes(30);

export class Enrollment {
  id: Id<'Enrollment'>;
  courseId: Id<'Course'>;
  /** A User; of a claim that nobody paid yet, perhaps a Guest. */
  buyerId: string;
  status: EnrollmentStatus;
  /** What the claim was made for; null when the place was free. */
  price: Money | null;
  /** Of a claim: until when the price is held. */
  heldUntil: Date | null;
  /** The order that paid for it, or whose payment came too late. */
  orderId: string | null;
  createdAt: Date;
  activatedAt: Date | null;
  /** When it was released or revoked. */
  endedAt: Date | null;
}

/** Whether the claim still holds its price. */
export const isHeld = ({ status, heldUntil }: Enrollment, now: Date): boolean =>
  status === 'PENDING' && heldUntil !== null && heldUntil > now;
