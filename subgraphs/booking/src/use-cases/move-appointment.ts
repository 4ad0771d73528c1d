// Either of the two who meet moves an appointment, or calls it off.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { may } from '../access.js';
import type { Appointment } from '../domain/appointment.js';
import { statusAfter, takesTime } from '../domain/appointment-transitions.js';
import { type Asker, actorOf } from '../domain/asker.js';
import { refuse } from '../domain/refusals.js';
import { changeAppointment } from './change-appointment.js';
import type { Rooms } from './rooms.js';
import { findTime, stretchOf } from './take-time.js';
import { tellAudit, tellChange, tellReleased } from './tell-appointment.js';

export interface RescheduleAppointment {
  appointmentId: string;
  startsAt: Date;
}

/**
 * To another time that the coach offers, as long as before and with the same buffers; what is confirmed stays so. A
 * refusal leaves it where it was. Moving it to where it is changes nothing. Refuses NOT_FOUND, ILLEGAL_TRANSITION,
 * TOO_LATE, NOT_A_COACH, SLOT_NOT_OFFERED and SLOT_TAKEN.
 */
export const rescheduleAppointment = (
  rooms: Rooms,
  asker: Asker,
  { appointmentId, startsAt }: RescheduleAppointment,
): Promise<Appointment | Refusal> =>
  changeAppointment(rooms, appointmentId, async (unit, appointment) => {
    const actor = actorOf(asker);
    if (!actor || !may.seeAppointment(asker, appointment)) return refuse('NOT_FOUND').at('appointmentId');
    const status = statusAfter(appointment, 'RESCHEDULE');
    if (isRefusal(status)) return status;
    if (appointment.startsAt <= unit.now) return refuse('TOO_LATE');
    if (appointment.startsAt.getTime() === startsAt.getTime()) return appointment;
    const offering = await unit.offerings.find(appointment.offeringId);
    if (!offering) return refuse('NOT_FOUND').at('appointmentId');
    const { bufferBeforeMinutes, bufferAfterMinutes } = appointment;
    const length = (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / 60_000;
    const plan = { ...offering, minutes: length, bufferBeforeMinutes, bufferAfterMinutes };
    const own = takesTime(appointment.status) ? stretchOf(appointment) : null;
    const time = await findTime(unit, appointment.coachUserId, plan, startsAt, own);
    if (isRefusal(time)) return time;
    const moved = await unit.appointments.change(appointment, { ...time, status });
    tellChange(unit, moved, 'RESCHEDULED', actor);
    tellAudit(unit, moved, actor, 'rescheduleAppointment');
    return moved;
  });

/**
 * Before it begins. What was paid goes back; a hold that its client gives up is released. Repeating it changes nothing.
 * Refuses NOT_FOUND, TOO_LATE and ILLEGAL_TRANSITION.
 */
export const cancelAppointment = (rooms: Rooms, asker: Asker, id: string): Promise<Appointment | Refusal> =>
  changeAppointment(rooms, id, async (unit, appointment) => {
    const actor = actorOf(asker);
    if (!actor || !may.seeAppointment(asker, appointment)) return refuse('NOT_FOUND').at('appointmentId');
    const isOver = appointment.status === 'CANCELLED' || appointment.status === 'RELEASED';
    if (isOver) return appointment;
    const isGivenUp = appointment.status === 'HELD' && actor !== appointment.coachUserId;
    const status = statusAfter(appointment, isGivenUp ? 'RELEASE' : 'CANCEL');
    if (isRefusal(status)) return status;
    if (appointment.startsAt <= unit.now) return refuse('TOO_LATE');
    const isClaim = appointment.status === 'HELD' || appointment.orderId !== null;
    const over = await unit.appointments.change(appointment, { status, heldUntil: null });
    if (isClaim) tellReleased(unit, over, 'GIVEN_BACK', over.orderId);
    tellChange(unit, over, isGivenUp ? 'RELEASED' : 'CANCELLED', actor);
    tellAudit(unit, over, actor, 'cancelAppointment');
    return over;
  });
