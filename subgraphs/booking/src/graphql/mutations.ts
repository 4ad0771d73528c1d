// Root fields that write, in files by subject.
import { AppointmentMutations } from './appointment-mutations.js';
import { EventMutations } from './event-mutations.js';
import { ExpenseMutations } from './expense-mutations.js';
import { OfferingMutations } from './offering-mutations.js';
import { ParticipantMutations } from './participant-mutations.js';
import { ScheduleMutations } from './schedule-mutations.js';

export const mutations = [
  ScheduleMutations,
  OfferingMutations,
  AppointmentMutations,
  EventMutations,
  ParticipantMutations,
  ExpenseMutations,
  //
] as const;
