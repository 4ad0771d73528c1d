// Every migration, oldest first, listed by class: nothing is searched for on disk.
import { EventsAndExpenses } from './m20261121-events-and-expenses.js';
import { SchedulesAndAppointments } from './m20261121-schedules-and-appointments.js';

export const migrations = [
  { name: '20261121-schedules-and-appointments', class: SchedulesAndAppointments },
  { name: '20261121-events-and-expenses', class: EventsAndExpenses },
  //
];
