// Every refusal of this subgraph, with its English sentence. Clients translate by code and parameters.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';

export const catalogue = {
  ...commonRefusals,
  COURSE_NEEDS_LESSON: 'A published course has at least one published lesson.',
  COURSE_IS_FREE: 'This course is free: enroll in it.',
  COURSE_NOT_FREE: 'This course has a price: claim it, and pay.',
  ALREADY_ENROLLED: 'You are enrolled in this course already.',
  QUIZ_NOT_PASSED: 'This lesson is completed by passing its quiz first.',
  QUIZ_PASSED: 'You have passed this quiz already.',
  NO_ATTEMPTS_LEFT: 'A quiz like this can be tried {limit} times.',
  TIME_OVER: 'The time for this attempt is over.',
  ATTEMPT_OVER: 'This attempt was handed in with other answers.',
  TOO_MANY: 'There are at most {limit} of these.',
} as const;

export const refuse = refusals(catalogue);
