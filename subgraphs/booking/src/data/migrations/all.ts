// Every migration, oldest first, listed by class: nothing is searched for on disk.
import { SchedulesAndAppointments } from './m20261121-schedules-and-appointments.js';

export const migrations = [
  { name: '20261121-schedules-and-appointments', class: SchedulesAndAppointments },
  //
];
