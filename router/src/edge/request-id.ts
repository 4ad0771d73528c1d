// The request id ties the log lines of all processes together. A client may bring one, if it is harmless.
import { randomUUID } from 'node:crypto';

export const requestIdHeader = 'x-request-id';

export const requestIdFrom = (given: string | string[] | undefined): string =>
  typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
