// What events, invitations, seats, tasks and expenses refuse; part of this subgraph's catalogue.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';

export const eventRefusals = {
  ILLEGAL_EVENT_TRANSITION: 'From {from} an event cannot become {to}; it can become {allowed}.',
  EVENT_NOT_OPEN: 'This event is {status}: that needs one that is published.',
  EVENT_OVER: 'This event is over.',
  NOT_ORGANISER: 'Only the organiser of this event may do that.',
  CAPACITY_BELOW_GOING: '{going} people are going or were offered a seat: fewer seats than that cannot be.',
  INVITATION_USED: 'Somebody else came by this invitation; each is for one person.',
  INVITATION_EXPIRED: 'This invitation is too old; ask for another.',
  EVENT_FULL_OF_PEOPLE: 'At most {limit} people take part in an event.',
  NO_SEAT_OFFERED: 'No seat is offered to you now.',
  NOT_A_PARTICIPANT: 'This person does not take part in the event.',
  TASK_NOT_YOURS: 'This task is somebody else’s.',
  TASK_DONE: 'This task is done already.',
  SPLIT_REFUSED: 'The expense cannot be split so: {reason}',
  OTHER_CURRENCY: 'The money of this event is counted in {currency}.',
  EXPENSE_NOT_YOURS: 'Only the one who wrote an expense down, or the organiser, may take it back.',
  SETTLEMENT_NOT_YOURS: 'Only those who paid or were paid, or the organiser, may record that.',
  TOO_MANY_IN_EVENT: 'An event has at most {limit} of these.',
} as const;

export const refuseEvent = refusals({ ...commonRefusals, ...eventRefusals });
