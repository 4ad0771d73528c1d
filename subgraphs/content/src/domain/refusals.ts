// Every refusal of this subgraph, with its English sentence. Clients translate by code and parameters.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';

export const catalogue = {
  ...commonRefusals,
  ROOM_IS_DIRECT: 'The two people of a direct room are fixed, and so is its name.',
  ROOM_IS_FULL: 'A room holds at most {limit} members.',
  NOT_ROOM_OWNER: 'Only an owner of this room may do that.',
  ALREADY_MEMBER: 'This person is a member of the room already.',
  NOT_A_MEMBER: 'This person is not a member of the room.',
  MEMBERSHIP_ENDED: 'You are not a member of this room any more.',
  ILLEGAL_TRANSITION: 'From {from} this alert cannot become {to}; it can become {allowed}.',
  TOO_MANY: 'There are at most {limit} of these.',
} as const;

export const refuse = refusals(catalogue);
