// Money went back: what it opened is closed.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { orderRefunded } from '@mosaic/schema/events/commerce';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { endsByRefund } from '../domain/settle-claim.js';
import { revoke } from '../use-cases/turn-enrollment.js';
import { enrollmentIds } from './enrollment-ids.js';

type Refunded = z.infer<typeof orderRefunded.payload>;

export const onOrderRefunded: Reaction<Unit> = {
  on: orderRefunded,
  name: 'revoke what was refunded',
  async react({ payload }: OutboxEvent<Refunded>, unit) {
    for (const id of enrollmentIds(payload.refundedClaimIds)) await takeBack(unit, id, payload.orderId);
  },
};

async function takeBack(unit: Unit, claimId: string, orderId: string): Promise<void> {
  const claim = await unit.enrollments.find(claimId);
  if (!claim || !endsByRefund(claim, orderId)) return;
  const course = await unit.courses.find(claim.courseId);
  if (claim.status === 'ACTIVE' && course) await revoke(unit, claim, course);
  else await unit.enrollments.turn(claim, { status: 'REVOKED', orderId, endedAt: unit.now });
}
