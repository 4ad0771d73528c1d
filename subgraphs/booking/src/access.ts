// Who may see or do what. Pure; asked by readers, fields and use cases, so the answer is the same by every path.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Appointment } from './domain/appointment.js';
import type { Asker } from './domain/asker.js';
import type { Event } from './domain/event.js';

type Someone = Viewer | null;

export const may = {
  /** Counts of the whole place. */
  seeDashboard: (viewer: Someone): viewer is Viewer => viewer?.role === 'ADMIN',
  /** When exactly somebody works is their own; others see the slots. */
  seeSchedule: (viewer: Someone, coachUserId: string): boolean => viewer?.id === coachUserId,
  /** An appointment is for its client (a guest too) and its coach, and for nobody else. */
  seeAppointment: ({ viewer, guest }: Asker, { clientId, coachUserId }: Appointment): boolean =>
    viewer?.id === coachUserId || viewer?.id === clientId || guest === clientId,
  /** Whom an organiser invited, and who came by which link, is the organiser's. */
  seeInvitations: (viewer: Someone, { organiserId }: Pick<Event, 'organiserId'>): boolean => viewer?.id === organiserId,
} as const;
