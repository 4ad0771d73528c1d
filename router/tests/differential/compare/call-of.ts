// The call that an operation of the suite is executed with; the seed of the simulation travels as its request id.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { type Call, nothingPassedOn } from '../../../src/plan/call.js';

const log = createLogger('differential', 'CRITICAL');

export const callOf = (seed: number): Call => ({
  viewer: null,
  guest: null,
  passedOn: nothingPassedOn,
  access: `seed ${seed}`,
  locale: 'en',
  requestId: String(seed),
  deadline: Deadline.in(60_000),
  hasLeft: false,
  log,
});
