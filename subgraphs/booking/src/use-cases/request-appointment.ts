// Somebody takes a coach's time: asks for it, has it at once, or holds it while they pay.
import { announce } from '@mosaic/kernel/outbox/event';
import { AccessError, isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { later, type Milliseconds, minutes } from '@mosaic/kernel/values/time';
import { claimHeld } from '@mosaic/schema/events/claims';
import type { Unit } from '../data/unit-of-work.js';
import { holdsOf, timeOf } from '../data/writers/write-appointments.js';
import { Appointment } from '../domain/appointment.js';
import { type Asker, actorOf } from '../domain/asker.js';
import { type Offering, priceOf } from '../domain/offering.js';
import { isPlausible } from '../domain/plausible-time.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { findTime } from './take-time.js';
import { type Change, tellChange } from './tell-appointment.js';

export interface RequestAppointment {
  offeringId: string;
  startsAt: Date;
  idempotencyKey: string;
}

/** How long a time is kept for somebody who has not paid. */
export const HOLD_LASTS: Milliseconds = minutes(15);
export const MOST_HOLDS = 10;

/**
 * A paid offering is HELD for 15 minutes and announced to commerce; a free one is REQUESTED or CONFIRMED. Guests may.
 * The key makes it once. Throws UNAUTHENTICATED when nobody asks. Refuses NOT_FOUND, OWN_OFFERING, OFFERING_ARCHIVED,
 * NOT_A_COACH, SLOT_NOT_OFFERED, SLOT_TAKEN and TOO_MANY_HOLDS; of racers for one time one wins.
 */
export async function requestAppointment(
  rooms: Rooms,
  asker: Asker,
  { idempotencyKey, offeringId, startsAt }: RequestAppointment,
): Promise<Appointment | Refusal> {
  const clientId = actorOf(asker);
  if (!clientId) throw new AccessError('UNAUTHENTICATED');
  if (!isIdOf('Offering', offeringId)) return refuse('NOT_FOUND').at('offeringId');
  if (!isPlausible(startsAt)) return refuse('SLOT_NOT_OFFERED').at('startsAt');
  const input = { offeringId, startsAt: startsAt.toISOString() };
  const look = async () =>
    (await rooms.lookAhead({ offeringId, startsAt, clientId })) ? refuse('SLOT_TAKEN').at('startsAt') : null;
  const tryOnce = () =>
    rooms.transact((unit) =>
      unit.once({ actor: clientId, operation: 'requestAppointment', key: idempotencyKey, input }, async () => {
        const offering = await unit.offerings.find(offeringId);
        if (!offering) return refuse('NOT_FOUND').at('offeringId');
        const appointment = await take(unit, rooms, offering, clientId, startsAt);
        return isRefusal(appointment) ? appointment : appointment.id;
      }),
    );
  const made = await rooms.turns.take<string | Refusal>(offeringId, look, tryOnce);
  if (isRefusal(made)) return made;
  const [appointment] = await rooms.read.appointments.byIds(asker, [made]);
  return appointment ?? refuse('NOT_FOUND');
}

async function take(
  unit: Unit,
  { mintId }: Rooms,
  offering: Offering,
  clientId: string,
  startsAt: Date,
): Promise<Appointment | Refusal> {
  const { coachUserId, isArchived, priceMinor, currency, requiresConfirmation } = offering;
  if (coachUserId === clientId) return refuse('OWN_OFFERING').at('offeringId');
  if (isArchived) return refuse('OFFERING_ARCHIVED').at('offeringId');
  await unit.lock(timeOf(coachUserId), holdsOf(clientId));
  const time = await findTime(unit, coachUserId, offering, startsAt);
  if (isRefusal(time)) return time;
  const isPaid = priceMinor > 0;
  if (isPaid && (await unit.appointments.countHeld(clientId)) >= MOST_HOLDS)
    return refuse('TOO_MANY_HOLDS', { maximum: MOST_HOLDS });

  const status = isPaid ? 'HELD' : requiresConfirmation ? 'REQUESTED' : 'CONFIRMED';
  const appointment: Appointment = Object.assign(new Appointment(), time, {
    id: mintId('Appointment'),
    offeringId: offering.id,
    coachUserId,
    clientId,
    status,
    title: offering.name,
    priceMinor,
    currency,
    requestedStart: startsAt,
    heldUntil: isPaid ? later(unit.now, HOLD_LASTS) : null,
    orderId: null,
    version: 1,
    createdAt: unit.now,
  } as const);
  if (!(await unit.appointments.add(appointment))) return refuse('SLOT_TAKEN').at('startsAt');
  if (isPaid) tellHeld(unit, appointment, offering);
  tellChange(unit, appointment, status satisfies Change, clientId);
  return appointment;
}

function tellHeld(unit: Unit, { id, clientId, title, heldUntil }: Appointment, offering: Offering): void {
  const payload = {
    claimId: id,
    itemId: id,
    buyerId: clientId,
    title,
    price: priceOf(offering),
    heldUntil: (heldUntil ?? unit.now).toISOString(),
  };
  unit.announce(announce(claimHeld, id, payload, unit.now));
}
