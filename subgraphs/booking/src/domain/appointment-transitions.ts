// What may become of an appointment: the one table of its states. Whoever changes a status asks here.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Appointment, AppointmentStatus } from './appointment.js';
import { refuse } from './refusals.js';

/** What is done to an appointment, in words that complete "it cannot ...". */
const actions = {
  CONFIRM: 'be confirmed',
  DECLINE: 'be declined',
  RESCHEDULE: 'be rescheduled',
  CANCEL: 'be cancelled',
  /** The buyer lets a held time go, or the clock does. */
  RELEASE: 'be released',
  PAY: 'be paid',
  REFUND: 'be refunded',
  COMPLETE: 'be completed',
  MISS: 'be missed',
} as const;
export type AppointmentAction = keyof typeof actions;

const transitions: Record<AppointmentStatus, Partial<Record<AppointmentAction, AppointmentStatus>>> = {
  REQUESTED: { CONFIRM: 'CONFIRMED', DECLINE: 'DECLINED', RESCHEDULE: 'REQUESTED', CANCEL: 'CANCELLED' },
  HELD: { PAY: 'CONFIRMED', RELEASE: 'RELEASED', CANCEL: 'CANCELLED' },
  CONFIRMED: {
    RESCHEDULE: 'CONFIRMED',
    CANCEL: 'CANCELLED',
    REFUND: 'CANCELLED',
    COMPLETE: 'COMPLETED',
    MISS: 'NO_SHOW',
  },
  // The money came after the time was let go: it is taken again if nobody else has it.
  RELEASED: { PAY: 'CONFIRMED' },
  DECLINED: {},
  CANCELLED: {},
  COMPLETED: {},
  NO_SHOW: {},
};

/** Those that take the coach's time; the constraint in the store names the same. */
export const takesTime = (status: AppointmentStatus): boolean => status === 'HELD' || status === 'CONFIRMED';

/** The status after an action; refuses ILLEGAL_TRANSITION. */
export const statusAfter = (
  { status }: Pick<Appointment, 'status'>,
  action: AppointmentAction,
): AppointmentStatus | Refusal =>
  transitions[status][action] ?? refuse('ILLEGAL_TRANSITION', { status, action: actions[action] });
