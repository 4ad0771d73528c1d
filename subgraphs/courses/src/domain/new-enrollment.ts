// An enrollment at its first moment: a free place at once, or a claim that waits for its payment.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { later } from '@mosaic/kernel/values/time';
import { Enrollment, HOLD } from './enrollment.js';

interface Whose {
  readonly id: Id<'Enrollment'>;
  readonly courseId: Id<'Course'>;
  readonly buyerId: string;
}

export const newPlace = (whose: Whose, now: Date): Enrollment =>
  Object.assign(new Enrollment(), whose, {
    status: 'ACTIVE' as const,
    price: null,
    heldUntil: null,
    orderId: null,
    createdAt: now,
    activatedAt: now,
    endedAt: null,
  });

export const newClaim = (whose: Whose, price: Money, now: Date): Enrollment & { heldUntil: Date } =>
  Object.assign(new Enrollment(), whose, {
    status: 'PENDING' as const,
    price,
    heldUntil: later(now, HOLD),
    orderId: null,
    createdAt: now,
    activatedAt: null,
    endedAt: null,
  });
