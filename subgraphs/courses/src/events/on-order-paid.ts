// Money arrived: each claim of the order becomes a place, or the money for it goes back.
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { claimReleased } from '@mosaic/schema/events/claims';
import { orderPaid } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { isClaimOf, judgePaid } from '../domain/settle-claim.js';
import { activate, release } from '../use-cases/turn-enrollment.js';
import { enrollmentIds } from './enrollment-ids.js';

type Paid = z.infer<typeof orderPaid.payload>;

export const onOrderPaid: Reaction<Unit> = {
  on: orderPaid,
  name: 'start what was paid',
  async react({ payload }: OutboxEvent<Paid>, unit) {
    for (const claimId of enrollmentIds(payload.claimIds)) await settle(unit, claimId, payload);
  },
};

async function settle(unit: Unit, claimId: string, order: Paid): Promise<void> {
  const claim = await unit.enrollments.find(claimId);
  const course = claim && (await unit.courses.find(claim.courseId));
  const living = claim && (await unit.enrollments.livingOf(order.buyerId, claim.courseId));
  const active = living?.status === 'ACTIVE' ? living : null;
  const verdict = claim ? judgePaid(claim, order, course, active) : 'TOO_LATE';
  if (verdict === 'NOTHING') return;
  if (claim && course && verdict === 'ACTIVATE') {
    // What was paid wins over another claim of the same buyer, for instance one they made while the guest's moved.
    if (living && living.id !== claim.id) await release(unit, living, 'GIVEN_BACK');
    return activate(unit, claim, order, course);
  }
  if (claim && claim.orderId === null && isClaimOf(claim, order))
    await unit.enrollments.turn(claim, { status: 'RELEASED', orderId: order.orderId, endedAt: unit.now });
  const tooLate = { claimId, orderId: order.orderId, reason: 'TOO_LATE' as const };
  await unit.announce(announce(claimReleased, claimId, tooLate, unit.now));
}
