// Every change of one appointment: under the lock of the coach's time, on the row as it is then.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Unit } from '../data/unit-of-work.js';
import { timeOf } from '../data/writers/write-appointments.js';
import type { Appointment } from '../domain/appointment.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

/** What `change` makes of it; `change` decides who may. Refuses NOT_FOUND. */
export async function changeAppointment(
  { transact }: Rooms,
  id: string,
  change: (unit: Unit, appointment: Appointment) => Promise<Appointment | Refusal>,
): Promise<Appointment | Refusal> {
  if (!isIdOf('Appointment', id)) return refuse('NOT_FOUND').at('appointmentId');
  return transact(async (unit) => {
    const appointment = await takeAppointment(unit, id);
    return appointment ? change(unit, appointment) : refuse('NOT_FOUND').at('appointmentId');
  });
}

/** Locks the coach's time, then the row; an appointment never changes its coach. */
export async function takeAppointment(unit: Unit, id: string): Promise<Appointment | null> {
  const known = await unit.appointments.find(id);
  if (!known) return null;
  await unit.lock(timeOf(known.coachUserId));
  return unit.appointments.take(id);
}
