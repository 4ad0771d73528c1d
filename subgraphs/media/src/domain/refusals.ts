// Every refusal of this subgraph, with its English sentence. Clients translate by code and parameters.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';

export const catalogue = {
  ...commonRefusals,
  FILE_TOO_HARD: 'This file takes too long to work through; try again later, or with a simpler one.',
  FILE_TOO_LARGE: 'This file is larger than {limit} bytes.',
  FILE_UNREADABLE: 'This file is damaged, or it is not what it claims to be.',
  IMAGE_TOO_LARGE: 'This picture has more than {limit} pixels.',
  NOT_A_COACH: 'Only coaches who are approved, and admins, may upload videos of lessons.',
  NOT_A_PICTURE: 'Only a picture uploaded as an avatar can be one.',
  QUOTA_EXCEEDED: 'There is room for {left} bytes more of yours, and no further.',
  TICKET_INVALID: 'This upload link is not one of ours, is used up, is expired, or is somebody else’s.',
  TOO_MANY: 'There are at most {limit} of these.',
  TOO_MANY_FRAMES: 'This picture has more than {limit} frames.',
  UNSUPPORTED_TYPE: 'Here a file may be {allowed}, and its name must end accordingly.',
} as const;

export const refuse = refusals(catalogue);
