// The coach answers a client: yes, no, or afterwards how it went.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Appointment } from '../domain/appointment.js';
import { statusAfter } from '../domain/appointment-transitions.js';
import { refuse } from '../domain/refusals.js';
import { changeAppointment } from './change-appointment.js';
import type { Rooms } from './rooms.js';
import { refuseTaken, stretchOf } from './take-time.js';
import { tellAudit, tellChange } from './tell-appointment.js';

/**
 * The time is taken now. Of two requests for overlapping times one can be confirmed, whoever asks first. Repeating it
 * changes nothing. Refuses NOT_FOUND, SLOT_TAKEN, TOO_LATE and ILLEGAL_TRANSITION.
 */
export const confirmAppointment = (rooms: Rooms, viewer: Viewer, id: string): Promise<Appointment | Refusal> =>
  changeAppointment(rooms, id, async (unit, appointment) => {
    if (appointment.coachUserId !== viewer.id) return refuse('NOT_FOUND').at('appointmentId');
    if (appointment.status === 'CONFIRMED') return appointment;
    const status = statusAfter(appointment, 'CONFIRM');
    if (isRefusal(status)) return status;
    if (appointment.startsAt <= unit.now) return refuse('TOO_LATE');
    const taken = await refuseTaken(unit, viewer.id, stretchOf(appointment));
    if (taken) return taken.at('appointmentId');
    const confirmed = await unit.appointments.change(appointment, { status });
    tellChange(unit, confirmed, 'CONFIRMED', viewer.id);
    tellAudit(unit, confirmed, viewer.id, 'confirmAppointment');
    return confirmed;
  });

/** Repeating it changes nothing. Refuses NOT_FOUND and ILLEGAL_TRANSITION. */
export const declineAppointment = (rooms: Rooms, viewer: Viewer, id: string): Promise<Appointment | Refusal> =>
  changeAppointment(rooms, id, async (unit, appointment) => {
    if (appointment.coachUserId !== viewer.id) return refuse('NOT_FOUND').at('appointmentId');
    if (appointment.status === 'DECLINED') return appointment;
    const status = statusAfter(appointment, 'DECLINE');
    if (isRefusal(status)) return status;
    const declined = await unit.appointments.change(appointment, { status });
    tellChange(unit, declined, 'DECLINED', viewer.id);
    tellAudit(unit, declined, viewer.id, 'declineAppointment');
    return declined;
  });

export interface CompleteAppointment {
  appointmentId: string;
  outcome: 'COMPLETED' | 'NO_SHOW';
}

/** How it went, once it has begun. Repeating it changes nothing. Refuses NOT_FOUND, TOO_EARLY and ILLEGAL_TRANSITION. */
export const completeAppointment = (
  rooms: Rooms,
  viewer: Viewer,
  { appointmentId, outcome }: CompleteAppointment,
): Promise<Appointment | Refusal> =>
  changeAppointment(rooms, appointmentId, async (unit, appointment) => {
    if (appointment.coachUserId !== viewer.id) return refuse('NOT_FOUND').at('appointmentId');
    if (appointment.status === outcome) return appointment;
    const status = statusAfter(appointment, outcome === 'COMPLETED' ? 'COMPLETE' : 'MISS');
    if (isRefusal(status)) return status;
    if (appointment.startsAt > unit.now) return refuse('TOO_EARLY');
    const done = await unit.appointments.change(appointment, { status });
    tellChange(unit, done, outcome, viewer.id);
    tellAudit(unit, done, viewer.id, 'completeAppointment');
    return done;
  });
