// What becomes of held times when commerce, or the clock, has spoken. Each is one reaction's work in one unit, and finds an
// appointment as it is then: events that come twice, late or out of order change nothing twice.
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { claimConfirmed } from '@mosaic/schema/events/claims';
import type { Unit } from '../data/unit-of-work.js';
import { timeOf } from '../data/writers/write-appointments.js';
import type { Appointment } from '../domain/appointment.js';
import { statusAfter } from '../domain/appointment-transitions.js';
import type { Rooms } from './rooms.js';
import { refuseTaken, stretchOf } from './take-time.js';
import { tellChange, tellReleased } from './tell-appointment.js';

interface PaidOrder {
  readonly orderId: string;
  readonly buyerId: string;
}

/** The appointments among the claims, in one order, with the times of all their coaches locked before the first row. */
async function takeClaims(unit: Unit, claimIds: readonly string[]): Promise<Appointment[]> {
  const ids: string[] = claimIds.filter((id, at) => isIdOf('Appointment', id) && claimIds.indexOf(id) === at).sort();
  const known = [];
  for (const id of ids) known.push(await unit.appointments.find(id));
  await unit.lock(...known.flatMap((found) => (found ? [timeOf(found.coachUserId)] : [])));
  const taken = [];
  for (const id of ids) taken.push(await unit.appointments.take(id));
  return taken.filter((appointment) => appointment !== null);
}

/**
 * Money arrived: what is held is confirmed; what was released is taken again when it is still ahead and free. Whatever
 * cannot be is released as TOO_LATE with its order, which gives the money back.
 */
export async function settlePaid(unit: Unit, claimIds: readonly string[], order: PaidOrder): Promise<void> {
  for (const appointment of await takeClaims(unit, claimIds)) {
    if (appointment.orderId === order.orderId) continue;
    if (await canTake(unit, appointment)) await confirm(unit, appointment, order);
    else tellReleased(unit, appointment, 'TOO_LATE', order.orderId);
  }
}

async function canTake(unit: Unit, appointment: Appointment): Promise<boolean> {
  if (isRefusal(statusAfter(appointment, 'PAY'))) return false;
  if (appointment.status === 'HELD') return true;
  if (appointment.startsAt <= unit.now) return false;
  return (await refuseTaken(unit, appointment.coachUserId, stretchOf(appointment))) === null;
}

/** Orders are made by accounts: what a guest held belongs to whoever paid. */
async function confirm(unit: Unit, appointment: Appointment, { orderId, buyerId }: PaidOrder): Promise<void> {
  const clientId = isIdOf('User', buyerId) ? buyerId : appointment.clientId;
  const paid = await unit.appointments.change(appointment, { status: 'CONFIRMED', heldUntil: null, orderId, clientId });
  unit.announce(announce(claimConfirmed, paid.id, { claimId: paid.id, orderId }, unit.now));
  tellChange(unit, paid, 'CONFIRMED', clientId);
}

/** The buyer let go, or their order will never be paid. Only what is held is released. */
export async function settleReleased(unit: Unit, claimIds: readonly string[], byId: string | null): Promise<void> {
  for (const appointment of await takeClaims(unit, claimIds))
    if (appointment.status === 'HELD') await release(unit, appointment, 'GIVEN_BACK', byId);
}

/** The money of this order went back: what it had confirmed is called off. */
export async function settleRefunded(unit: Unit, claimIds: readonly string[], orderId: string): Promise<void> {
  for (const appointment of await takeClaims(unit, claimIds)) {
    const status = statusAfter(appointment, 'REFUND');
    if (isRefusal(status) || appointment.orderId !== orderId) continue;
    const refunded = await unit.appointments.change(appointment, { status });
    tellChange(unit, refunded, 'CANCELLED', null);
  }
}

/** Releases holds whose time is up; answers how many, at most 50. Safe in several processes at once. */
export async function releaseExpired({ transact }: Rooms): Promise<number> {
  const released = await transact(async (unit) => {
    const expired = await unit.appointments.takeExpired(unit.now);
    for (const appointment of expired) await release(unit, appointment, 'EXPIRED', null);
    return expired.length;
  });
  return isRefusal(released) ? 0 : released;
}

async function release(
  unit: Unit,
  appointment: Appointment,
  reason: 'EXPIRED' | 'GIVEN_BACK',
  byId: string | null,
): Promise<void> {
  const status = statusAfter(appointment, 'RELEASE');
  if (isRefusal(status)) return;
  const released = await unit.appointments.change(appointment, { status, heldUntil: null });
  tellReleased(unit, released, reason, null);
  tellChange(unit, released, 'RELEASED', byId);
}

/** Somebody who was a guest signed in: what the guest booked is theirs. */
export async function adoptGuest(unit: Unit, guestId: string, userId: string): Promise<void> {
  for (const appointment of await unit.appointments.takeOfClient(guestId)) {
    const adopted = await unit.appointments.change(appointment, { clientId: userId });
    unit.calendars.tell([userId, adopted.coachUserId], { kind: 'APPOINTMENT', itemId: adopted.id });
  }
}
