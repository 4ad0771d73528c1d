// Every refusal of this subgraph, with its English sentence.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';
import { eventRefusals } from './event-refusals.js';

export const catalogue = {
  ...commonRefusals,
  ...eventRefusals,
  SLOT_TAKEN: 'Somebody else has this time; choose another.',
  SLOT_NOT_OFFERED: 'The coach does not offer this time.',
  NOT_A_COACH: 'Only an approved coach may do this.',
  OWN_OFFERING: 'Nobody books themselves.',
  OFFERING_ARCHIVED: 'This offering is archived; it cannot be booked or changed any more.',
  TOO_MANY_HOLDS: 'At most {maximum} times are held for one buyer; pay for some or let them go.',
  ILLEGAL_TRANSITION: 'An appointment that is {status} cannot {action}.',
  TOO_EARLY: 'This can be said only when the appointment has begun.',
  TOO_LATE: 'The appointment has begun already.',
} as const;

export const refuse = refusals(catalogue);
