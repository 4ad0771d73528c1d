// Whether a time may be taken: the coach offers it, and nobody has it. Asked under the lock of the coach's time, so that
// the answer stays true until the unit ends; the store's exclusion constraint holds against whoever forgets to ask.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { later, minutes } from '@mosaic/kernel/values/time';
import { findSchedule } from '../data/readers/read-schedules.js';
import { busyBetween } from '../data/readers/read-slots.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Appointment } from '../domain/appointment.js';
import { isPlausible } from '../domain/plausible-time.js';
import { refuse } from '../domain/refusals.js';
import { blockedBy, doOverlap, type Stretch, slotStarts, type TimePlan } from '../domain/slots.js';

export type TakenTime = Pick<
  Appointment,
  'startsAt' | 'endsAt' | 'blockedFrom' | 'blockedUntil' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'
>;

type Clocked = Pick<Unit, 'em' | 'now'>;

/** The client's word for a time is only a question. Refuses NOT_A_COACH and SLOT_NOT_OFFERED. */
export async function refuseUnoffered(
  { em, now }: Clocked,
  coachUserId: string,
  plan: TimePlan,
  startsAt: Date,
): Promise<Refusal | null> {
  if (!isPlausible(startsAt)) return refuse('SLOT_NOT_OFFERED').at('startsAt');
  const to = new Date(startsAt.getTime() + 1);
  const known = await findSchedule(em, coachUserId, startsAt, to);
  if (!known?.isApproved) return refuse('NOT_A_COACH').at('offeringId');
  const [start] = slotStarts({ plan, schedule: known.schedule, from: startsAt, to, now });
  return start === undefined ? refuse('SLOT_NOT_OFFERED').at('startsAt') : null;
}

/** Refuses SLOT_TAKEN. `own` is a time of one's own that does not count, because it is given up. */
export async function refuseTaken(
  { em }: Clocked,
  coachUserId: string,
  wanted: Stretch,
  own: Stretch | null = null,
): Promise<Refusal | null> {
  const isOwn = ({ from, until }: Stretch) => from === own?.from && until === own.until;
  const busy = await busyBetween(em, coachUserId, wanted);
  return busy.some((taken) => doOverlap(taken, wanted) && !isOwn(taken)) ? refuse('SLOT_TAKEN').at('startsAt') : null;
}

/** The time as an appointment keeps it. Refuses as the two above. */
export async function findTime(
  unit: Clocked,
  coachUserId: string,
  plan: TimePlan,
  startsAt: Date,
  own: Stretch | null = null,
): Promise<TakenTime | Refusal> {
  const refusal =
    (await refuseUnoffered(unit, coachUserId, plan, startsAt)) ??
    (await refuseTaken(unit, coachUserId, blockedBy(plan, startsAt.getTime()), own));
  if (isRefusal(refusal)) return refusal;
  const { from, until } = blockedBy(plan, startsAt.getTime());
  return {
    startsAt,
    endsAt: later(startsAt, minutes(plan.minutes)),
    blockedFrom: new Date(from),
    blockedUntil: new Date(until),
    bufferBeforeMinutes: plan.bufferBeforeMinutes,
    bufferAfterMinutes: plan.bufferAfterMinutes,
  };
}

export const stretchOf = ({ blockedFrom, blockedUntil }: TakenTime): Stretch => ({
  from: blockedFrom.getTime(),
  until: blockedUntil.getTime(),
});
